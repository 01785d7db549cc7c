package org.assay.core.internal.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * To which addresses webhooks may connect: to public ones, and to those that the configuration allows. Judged is the address
 * that is connected to, never a name.
 *
 * @param allowed ranges, such as {@code 10.1.0.0/16}, in which addresses may be reached that are not public
 */
public record AddressPolicy(List<Range> allowed) {
    private static final List<Range> CLOSED = ranges(
            "0.0.0.0/8,10.0.0.0/8,100.64.0.0/10,127.0.0.0/8,169.254.0.0/16,172.16.0.0/12,192.0.0.0/24,192.0.2.0/24,"
                    + "192.88.99.0/24,192.168.0.0/16,198.18.0.0/15,198.51.100.0/24,203.0.113.0/24,224.0.0.0/3");

    /** Of IPv6 only global unicast is open, without what stands for an IPv4 address, tunnels and documentation. */
    private static final Range GLOBAL = range("2000::/3");

    private static final List<Range> CLOSED6 = ranges("2001::/23,2001:db8::/32,2002::/16,3fff::/20");

    /** No name ends in a number: what does is an IPv4 address, here in a notation that is read otherwise elsewhere. */
    private static final Pattern NUMBER = Pattern.compile("(.*\\.)?([0-9]+|0[xX][0-9a-fA-F]*)\\.?");

    private static final Pattern LOCAL = Pattern.compile("(.*\\.)?localhost\\.?", Pattern.CASE_INSENSITIVE);

    private static final List<InetAddress> LOOPBACK =
            List.of(range("127.0.0.1/32").start(), range("::1/128").start());

    public AddressPolicy {
        allowed = List.copyOf(allowed);
    }

    /**
     * From a list of ranges by commas; empty for none.
     *
     * @throws IllegalArgumentException if one is none
     */
    public static AddressPolicy of(String ranges) {
        return new AddressPolicy(ranges(ranges));
    }

    /** Whether it may be connected to. */
    boolean allows(InetAddress address) {
        return isPublic(address) || exempts(address);
    }

    /**
     * Whether a host of an address may be one to connect to. A name is not looked up here, and judged only when it is connected
     * to; but for {@code localhost}, which is loopback everywhere, and names to be reached by {@code http} where nothing is allowed.
     *
     * @param host as an address has it, an IPv6 literal in brackets
     */
    boolean mayAllow(String host, boolean encrypted) {
        boolean literal = host.startsWith("[") || host.matches("[0-9.]+");
        try {
            if (literal) {
                return opens(InetAddress.getByName(host), encrypted);
            }
        } catch (UnknownHostException none) {
            return false;
        }
        if (LOCAL.matcher(host).matches()) {
            return LOOPBACK.stream().anyMatch(this::exempts);
        }
        return !NUMBER.matcher(host).matches() && (encrypted || !allowed.isEmpty());
    }

    /** Whether it may be connected to by {@code https}, or by {@code http}, which nobody can read along only in one's own network. */
    boolean opens(InetAddress address, boolean encrypted) {
        return encrypted ? allows(address) : exempts(address);
    }

    /** Whether the configuration names it. */
    boolean exempts(InetAddress address) {
        return allowed.stream().anyMatch(range -> range.holds(address));
    }

    private static boolean isPublic(InetAddress address) {
        // An address like ::ffff:10.0.0.1 is an IPv4 address here already.
        return address.getAddress().length == 4
                ? CLOSED.stream().noneMatch(range -> range.holds(address))
                : GLOBAL.holds(address) && CLOSED6.stream().noneMatch(range -> range.holds(address));
    }

    private static List<Range> ranges(String text) {
        List<Range> ranges = new ArrayList<>();
        Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .forEach(one -> ranges.add(range(one)));
        return List.copyOf(ranges);
    }

    private static Range range(String text) {
        String[] parts = text.split("/", -1);
        try {
            // Only a literal: a name here would be looked up.
            if (parts.length == 2 && parts[0].matches("[0-9a-fA-F:.]+")) {
                InetAddress start = InetAddress.getByName(parts[0]);
                int bits = Integer.parseInt(parts[1]);
                if (bits >= 0 && bits <= start.getAddress().length * Byte.SIZE) {
                    return new Range(start, bits);
                }
            }
        } catch (UnknownHostException | NumberFormatException none) {
            throw new IllegalArgumentException(complaint(text), none);
        }
        throw new IllegalArgumentException(complaint(text));
    }

    private static String complaint(String text) {
        return "org.assay.core: webhookAllow names '" + text + "'; write ranges such as 10.1.0.0/16, by commas";
    }

    /**
     * Addresses that begin alike.
     *
     * @param start the first
     * @param bits how many bits they share
     */
    record Range(InetAddress start, int bits) {
        boolean holds(InetAddress address) {
            byte[] mine = start.getAddress();
            byte[] other = address.getAddress();
            if (mine.length != other.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % Byte.SIZE;
                if ((mine[bit / Byte.SIZE] & mask) != (other[bit / Byte.SIZE] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
