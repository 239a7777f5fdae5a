package agentsettings.wire;

import static agentsettings.wire.Bodies.text;
import static agentsettings.wire.Bodies.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.commands.AddUser;
import agentsettings.core.rules.UserDraft;
import org.junit.jupiter.api.Test;

/** The user endpoint's bodies: the request has the user's fields, the response the vendor's form of success. */
class UserTest {

    @Test
    void aUserIsDecoded() {
        assertThat(UserReader.read(utf8(Bodies.USER)))
                .isEqualTo(new UserDraft("y111", "Ann Özil", "+49 30 1234", "ann@example.com", "Nights only", "1"));
    }

    @Test
    void absentAndNullFieldsAreNull() {
        UserDraft nothing = new UserDraft(null, null, null, null, null, null);

        assertThat(UserReader.read(utf8("{}"))).isEqualTo(nothing);
        assertThat(UserReader.read(utf8("{\"userAccount\":null,\"status\":null}")))
                .isEqualTo(nothing);
    }

    @Test
    void theVendorsOtherFieldsAreIgnored() {
        String body = "{\"userAccount\":\"y111\",\"locale\":1,\"roles\":[{\"id\":2}],\"userName\":\"Ann\"}";

        assertThat(UserReader.read(utf8(body))).isEqualTo(new UserDraft("y111", "Ann", null, null, null, null));
    }

    @Test
    void successHasTheVendorsForm() {
        Response response = UserResponses.added(new AddUser.Added("2461227935"));

        assertThat(response.code()).isEqualTo(ReturnCode.SUCCESS);
        assertThat(text(response))
                .isEqualTo("{\"message\":\"\",\"retcode\":\"0\",\"result\":{\"userId\":\"2461227935\"}}");
    }

    @Test
    void anAccountOrIdAlreadyInUseIsReported() {
        Response account = UserResponses.added(new AddUser.AccountTaken());
        Response userId = UserResponses.added(new AddUser.UserIdTaken());

        assertThat(account.code()).isEqualTo(ReturnCode.ACCOUNT_TAKEN);
        assertThat(text(account)).startsWith("{\"returnCode\":\"5006\",\"returnDesc\":\"userAccount: ");
        assertThat(text(userId)).contains("\"returnDesc\":\"userId: ");
    }
}
