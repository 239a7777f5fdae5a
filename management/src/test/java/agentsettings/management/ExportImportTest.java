package agentsettings.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is exported, imported into an empty tenant space and exported again is equal to the byte. */
@ParameterizedClass
@EnumSource(Engine.class)
final class ExportImportTest {

    private static final List<String> KINDS = List.of("users", "numbers", "settings");

    private final Engine engine;
    private ApiClient api;

    ExportImportTest(Engine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void connect() {
        api = engine.admin();
    }

    @AfterEach
    void disconnect() {
        api.close();
    }

    private JobClient filled() {
        JobClient jobs = JobClient.ofNewTenant(api, 1500);
        jobs.imported("users", "create", """
                userId,sumUserId,account,name,phone,email,description,status
                1652268429538866153,"1.38E+10",-minus,'=1+1,+8613800138000,a@b,"two
                lines, ""quoted\""",suspended
                ''5,=x,@at,'+49 (30) 1234,'+49 (30) 1234,,'-,toBeActivated
                😀,"1,000",plain,O'Hara,,,none,active
                """);
        jobs.imported("numbers", "create", """
                number,kinds,description
                +8621,display|softphone,'=desk
                *100#,softphone,
                0012,display,"a, b"
                """);
        StringBuilder settings = new StringBuilder(
                "userId,callType,displayNumbers,defaultDisplayNumber,softphoneNumbers,defaultSoftphoneNumber\n");
        settings.append(
                "1652268429538866153,direct,+8621|0012|*1#,none,none,\n''5,,,,,none\n😀,passThrough,none,,1,+1\n");
        for (int i = 1; i <= 1500; i += 2) {
            settings.append("u")
                    .append(i)
                    .append(",bidirectional,")
                    .append(i)
                    .append("|+49,,,0")
                    .append(i)
                    .append('\n');
        }
        jobs.imported("settings", "upsert", settings.toString());
        return jobs;
    }

    private Map<String, String> exported(JobClient jobs, String form) {
        Map<String, String> files = new TreeMap<>();
        KINDS.forEach(kind -> files.put(
                kind, api.get(jobs.tenant() + "/" + kind, "accept", form).text()));
        return files;
    }

    @Test
    void csvComesBackEqualToTheByte() {
        JobClient source = filled();
        Map<String, String> files = exported(source, "text/csv");
        JobClient target = JobClient.ofNewTenant(api, 0);
        for (String mode : List.of("create", "replace", "upsert")) {
            for (String kind : KINDS) {
                String counts = target.imported(kind, mode, files.get(kind)).toString();
                assertThat(counts).as(kind + " " + mode).contains("\"rowsFaulty\":0");
                if (mode.equals("replace") || mode.equals("upsert")) {
                    assertThat(counts).as("nothing is changed by the same file").contains("\"rowsApplied\":0");
                }
            }
            assertThat(exported(target, "text/csv")).isEqualTo(files);
            if (mode.equals("create")) {
                JobClient other = JobClient.ofNewTenant(api, 0);
                KINDS.forEach(kind -> other.imported(kind, "replace", files.get(kind)));
                assertThat(exported(other, "text/csv")).isEqualTo(files);
            }
        }
    }

    @Test
    void jsonLinesComeBackWithAllValues() {
        JobClient source = filled();
        Map<String, String> files = exported(source, "application/jsonl");
        JobClient target = JobClient.ofNewTenant(api, 0);
        for (String kind : KINDS) {
            String path = target.tenant() + "/imports?mode=upsert&kind=" + kind;
            String job = target.over(api.post(path, files.get(kind), "content-type", "application/jsonl"))
                    .toString();
            assertThat(job).contains("\"rowsFaulty\":0").contains("\"state\":\"done\"");
        }
        assertThat(exported(target, "text/csv")).isEqualTo(exported(source, "text/csv"));
    }
}
