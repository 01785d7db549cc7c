package org.assay.rest.internal.view;

import java.math.BigInteger;
import org.assay.engine.consequence.Money;
import org.jspecify.annotations.Nullable;

/** A range of money in whole units of a currency. */
public record MoneyJson(String currency, BigInteger low, BigInteger high) {
    static MoneyJson of(Money money) {
        return new MoneyJson(money.currency(), money.low(), money.high());
    }

    static @Nullable MoneyJson orNone(@Nullable Money money) {
        return money == null ? null : of(money);
    }
}
