package org.medianest.commons.address;

import java.net.InetAddress;

/**
 * A range of addresses in CIDR notation.
 *
 * @param start in letters, for a native program cannot keep an {@link InetAddress} of its build
 */
record AddressBlock(String start, int prefix) {
    static AddressBlock of(String cidr) {
        int slash = cidr.indexOf('/');
        return new AddressBlock(cidr.substring(0, slash), Integer.parseInt(cidr.substring(slash + 1)));
    }

    boolean contains(InetAddress address) {
        byte[] mine = InetAddress.ofLiteral(start).getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((mine[bit / 8] & mask) != (other[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
