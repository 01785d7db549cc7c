package org.assay.engine.internal.columnar;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.assay.engine.internal.world.ReadKey;

/** The values of one key for the subjects of a block as codes, each found when first asked for. */
final class Column {
    private static final int NOT_YET = -1;

    private final ReadKey key;
    private final Block block;
    private final int most;
    private final Map<Object, Integer> dictionary = new HashMap<>();
    private int[] codes = {};

    Column(ReadKey key, Block block, int most) {
        this.key = key;
        this.block = block;
        this.most = most;
    }

    ReadKey key() {
        return key;
    }

    int code(int position) {
        if (key instanceof ReadKey.Is) {
            return Boolean.TRUE.equals(key.of(block.view(position))) ? 1 : 0;
        }
        if (codes.length == 0) {
            codes = new int[most];
            clear();
        }
        int code = codes[position];
        if (code == NOT_YET) {
            code = dictionary.computeIfAbsent(key.of(block.view(position)), value -> dictionary.size());
            codes[position] = code;
        }
        return code;
    }

    void clear() {
        Arrays.fill(codes, NOT_YET);
    }
}
