package agentsettings.server.addresses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of addresses and networks contain what their first bits say, and nothing of the other family. */
final class CidrBlocksTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10.0.0.0/8                   | 10.255.0.1          | true
            10.0.0.0/8                   | 11.0.0.1            | false
            10.0.0.0/9                   | 10.128.0.0          | false
            192.168.1.5                  | 192.168.1.5         | true
            192.168.1.5                  | 192.168.1.4         | false
            10.0.0.0/8, 192.168.1.5      | 192.168.1.5         | true
            2001:db8::/32                | 2001:db8:1::7       | true
            2001:db8::/32                | 2001:db9::7         | false
            ::1                          | ::1                 | true
            ::ffff:10.0.0.0/8            | 10.1.1.1            | true
            10.0.0.0/8                   | 2001:db8::1         | false
            """)
    void anAddressIsInAListOrNot(String list, String address, boolean contained) {
        assertThat(CidrBlocks.parse(list).contains(InetAddress.ofLiteral(address)))
                .isEqualTo(contained);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proxy.example",
                "10.0.0.0/33",
                "10.0.0.0/0",
                "::/0",
                "10.0.0.0/",
                "10.0.0.0/x",
                "10.0.0.1,",
                "1/2/3"
            })
    void whatIsNoAddressIsRefused(String list) {
        assertThatIllegalArgumentException().isThrownBy(() -> CidrBlocks.parse(list));
    }
}
