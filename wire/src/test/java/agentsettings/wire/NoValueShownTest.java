package agentsettings.wire;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.apps.Caller;
import agentsettings.core.rules.SettingsRules;
import agentsettings.core.rules.UserRules;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Property: no error message contains a value. A marker in a rejected body is never in the response. */
class NoValueShownTest {

    private static final Caller CALLER = Caller.ofApp("202205116084", "demo-app");

    /**
     * Bodies that are rejected. M is the marker, W is text that is too long, B is a backslash.
     */
    private static final List<String> TEMPLATES = List.of(
            "{'id':'M','userId':'u'}",
            "{'id':'1','userId':'M M'}",
            "{'id':'1','userId':'MW'}",
            "{'id':'1','userId':'u','callType':'M'}",
            "{'id':'1','userId':'u','callerPresent':['1','M']}",
            "{'id':'1','userId':'u','callerPresent':'1,M'}",
            "{'id':'1','userId':'u','callNumber':['MW']}",
            "{'id':'1','userId':'u','callNumberDefault':'M'}",
            "{'id':'1','userId':'u','callerPresentDefault':'MW'}",
            "{'id':['M'],'userId':{'M':'M'},'userAccount':['M'],'app_key':{'M':1}}",
            "{'callNumber':{'M':'M'},'userId':['M'],'userName':['M'],'app_secret':['M']}",
            "{'callNumber':[{'M':'M'}],'userId':['M'],'phone':['M'],'app_secret':true}",
            "{'M':1,'M':2}",
            "{'x':{'M':'M','M':'M'}}",
            "{'x':M}",
            "{'x':'M",
            "{'M",
            "{'M'}",
            "{'x':'BM'}",
            "{'x':'BuM'}",
            "{'x':1}M",
            "{'x':1}'M'",
            "M",
            "'M'",
            "['M']",
            "{'userAccount':'M M','userName':'n'}",
            "{'userAccount':'y111','userName':'MW'}",
            "{'userAccount':'y111','userName':'n','phone':'MW'}",
            "{'userAccount':'y111','userName':'n','email':'MW'}",
            "{'userAccount':'y111','userName':'n','description':'MW'}",
            "{'userAccount':'y111','userName':'n','status':'M'}",
            "{'app_key':'MW','app_secret':'M'}",
            "{'app_key':'M','app_secret':'MW'}",
            "{'app_key':'M'}");

    private static final List<Consumer<byte[]>> OPERATIONS = List.of(
            body -> SettingsRules.create(CALLER, SettingsReader.create(body), null),
            body -> SettingsRules.update(CALLER, SettingsReader.update(body)),
            body -> SettingsRules.delete(CALLER, SettingsReader.user(body)),
            body -> UserRules.add(CALLER, UserReader.read(body)),
            TokenRequest::read);

    @Property(seed = "1", tries = 200)
    void aMarkerInTheBodyIsNotInTheResponse(@ForAll("markers") String marker) {
        for (String template : TEMPLATES) {
            byte[] body = Bodies.utf8(template.replace('\'', '"')
                    .replace("W", "0".repeat(600))
                    .replace('B', '\\')
                    .replace("M", marker));
            long refusals = OPERATIONS.stream()
                    .filter(operation -> refuses(operation, body, marker, template))
                    .count();

            assertThat(refusals).as("refusals of %s", template).isPositive();
        }
    }

    @Provide
    Arbitrary<String> markers() {
        return Arbitraries.strings().withCharRange('g', 'z').ofLength(8).map(text -> "Zq" + text);
    }

    private static boolean refuses(Consumer<byte[]> operation, byte[] body, String marker, String template) {
        try {
            operation.accept(body);
            return false;
        } catch (RuntimeException failure) {
            Response response = FailureResponses.of(failure);
            assertThat(response.code()).as(template).isNotEqualTo(ReturnCode.SERVICE_FAILED);
            assertThat(Bodies.text(response)).as(template).doesNotContain(marker);
            return true;
        }
    }
}
