package agentsettings.server.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The requests of one network are limited together. */
final class AddressRateLimitTest {

    @Test
    void eachAddressOfIpv4HasALimitOfItsOwn() {
        AddressRateLimit limit = new AddressRateLimit(1, new TestClock());

        assertThat(limit.allows("192.0.2.1")).isTrue();
        assertThat(limit.allows("192.0.2.1")).isFalse();
        assertThat(limit.allows("::ffff:192.0.2.1")).isFalse();
        assertThat(limit.allows("192.0.2.2")).isTrue();
    }

    @Test
    void theAddressesOfANetworkOfIpv6ShareALimit() {
        AddressRateLimit limit = new AddressRateLimit(1, new TestClock());

        assertThat(limit.allows("2001:db8::1")).isTrue();
        assertThat(limit.allows("2001:db8:0:0:ffff::2")).isFalse();
        assertThat(limit.allows("2001:db8:0:1::1")).isTrue();
        assertThat(limit.allows("fe80::1%1")).isTrue();
    }

    @Test
    void zeroIsNoLimit() {
        AddressRateLimit limit = new AddressRateLimit(0, new TestClock());

        assertThat(limit.allows("192.0.2.1")).isTrue();
        assertThat(limit.allows("192.0.2.1")).isTrue();
    }
}
