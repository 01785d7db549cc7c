package org.assay.core.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {
    private static boolean allowed(String ranges, String address) throws UnknownHostException {
        return AddressPolicy.of(ranges).allows(InetAddress.getByName(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "239.1.1.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1",
                "::10.0.0.1",
                "64:ff9b::a00:1",
                "64:ff9b:1::1",
                "2002:a00:1::1",
                "2001::1",
                "2001:db8::1",
                "2130706433"
            })
    void nothingButPublicAddressesIsReached(String address) throws UnknownHostException {
        assertThat(allowed("", address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "128.0.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "193.0.0.1",
                "2606:4700::1111",
                "2a00:1450::1",
                "::ffff:1.1.1.1"
            })
    void publicAddressesAreReached(String address) throws UnknownHostException {
        assertThat(allowed("", address)).isTrue();
    }

    @Test
    void whatTheConfigurationNamesIsReachedAndNothingBeside() throws UnknownHostException {
        String ranges = "10.20.0.0/16, 127.0.0.1/32,fd12:3456::/32";
        assertThat(allowed(ranges, "10.20.255.1")).isTrue();
        assertThat(allowed(ranges, "::ffff:10.20.1.1")).isTrue();
        assertThat(allowed(ranges, "10.21.0.0")).isFalse();
        assertThat(allowed(ranges, "127.0.0.1")).isTrue();
        assertThat(allowed(ranges, "127.0.0.2")).isFalse();
        assertThat(allowed(ranges, "fd12:3456:1::1")).isTrue();
        assertThat(allowed(ranges, "fd12:3457::1")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0", "localhost/8", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "::/129", "/8"})
    void whatIsNoRangeIsRefused(String range) {
        assertThatThrownBy(() -> AddressPolicy.of(range))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("webhookAllow names '" + range + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "2130706433",
                "[::1]",
                "[::ffff:10.0.0.1]",
                "[fd00::1]",
                "169.254.169.254"
            })
    void aLiteralThatIsClosedIsToldAtOnce(String host) {
        assertThat(AddressPolicy.of("").mayAllow(host, true)).isFalse();
        assertThat(AddressPolicy.of("0.0.0.0/0,::/0").mayAllow(host, true)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x7f000001", "0x7f.1", "127.0x0.0.0x1", "0X", "0x8.8.8.8x.08"})
    void aNumberInAnotherNotationIsNoName(String host) {
        assertThat(AddressPolicy.of("0.0.0.0/0,::/0").mayAllow(host, true)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "0x7f.example", "hooks.x0x", "a1", "notlocalhost", "localhost.example"})
    void aNameIsJudgedWhenItIsConnectedTo(String host) {
        assertThat(AddressPolicy.of("").mayAllow(host, true)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LocalHost", "localhost.", "hooks.localhost"})
    void theNameOfOnesOwnMachineIsLoopback(String host) {
        assertThat(AddressPolicy.of("").mayAllow(host, true)).isFalse();
        assertThat(AddressPolicy.of("10.0.0.0/8").mayAllow(host, true)).isFalse();
        assertThat(AddressPolicy.of("127.0.0.0/8").mayAllow(host, true)).isTrue();
        assertThat(AddressPolicy.of("::1/128").mayAllow(host, false)).isTrue();
    }

    @Test
    void withoutEncryptionOnlyWhatTheConfigurationNamesMayBeReached() {
        assertThat(AddressPolicy.of("10.0.0.0/8").mayAllow("8.8.8.8", false)).isFalse();
        assertThat(AddressPolicy.of("10.0.0.0/8").mayAllow("[2606:4700::1111]", false))
                .isFalse();
        assertThat(AddressPolicy.of("10.0.0.0/8").mayAllow("10.1.2.3", false)).isTrue();
        assertThat(AddressPolicy.of("10.0.0.0/8").mayAllow("hooks.example", false))
                .as("it may be one of them")
                .isTrue();
        assertThat(AddressPolicy.of("").mayAllow("hooks.example", false))
                .as("it can be none")
                .isFalse();
    }
}
