package agentsettings.wire;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.rules.SettingsDraft;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

/** Property: a draft is decoded from any notation of it in JSON: order, white space, escapes, unknown fields. */
@PropertyDefaults(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
class DraftRoundTripTest {

    private static final String OF_ITS_OWN = "\"x-trace\":[{\"id\":1,\"userId\":[]},null,-0.1e-2,\"]}\\\"\"]";

    @Property(seed = "1")
    void anUpdateIsDecoded(@ForAll("drafts") SettingsDraft draft, @ForAll long style) {
        byte[] body = Bodies.utf8(json(draft, new Random(style)));

        assertThat(SettingsReader.update(body)).isEqualTo(draft);
    }

    @Property(seed = "2")
    void aCreateIsDecodedWithoutTheId(@ForAll("drafts") SettingsDraft draft, @ForAll long style) {
        byte[] body = Bodies.utf8(json(draft, new Random(style)));

        assertThat(SettingsReader.create(body)).isEqualTo(withoutId(draft));
    }

    @Property(seed = "3")
    void aQueryHasOnlyTheUser(@ForAll("drafts") SettingsDraft draft, @ForAll long style) {
        byte[] body = Bodies.utf8(json(draft, new Random(style)));

        assertThat(SettingsReader.user(body))
                .isEqualTo(new SettingsDraft(null, draft.userId(), null, null, null, null, null));
    }

    @Provide
    Arbitrary<SettingsDraft> drafts() {
        Arbitrary<String> texts = Arbitraries.strings()
                .ofMaxLength(12)
                .withCharRange(' ', '~')
                .withChars("\"\\/\b\f\n\r\t\0é中\u2028\uFEFF\uFFFD,")
                .injectNull(0.2);
        Arbitrary<List<String>> lists =
                texts.filter(text -> text != null).list().ofMaxSize(7);
        return Combinators.combine(texts, texts, texts, lists.injectNull(0.2), lists.injectNull(0.2), texts, texts)
                .as(SettingsDraft::new);
    }

    private static SettingsDraft withoutId(SettingsDraft draft) {
        return new SettingsDraft(
                null,
                draft.userId(),
                draft.callType(),
                draft.displayNumbers(),
                draft.softphoneNumbers(),
                draft.defaultDisplayNumber(),
                draft.defaultSoftphoneNumber());
    }

    private static String json(SettingsDraft draft, Random style) {
        List<String> fields = new ArrayList<>();
        add(fields, "id", draft.id(), style);
        add(fields, "userId", draft.userId(), style);
        add(fields, "callType", draft.callType(), style);
        add(fields, "callerPresent", draft.displayNumbers(), style);
        add(fields, "callNumber", draft.softphoneNumbers(), style);
        add(fields, "callerPresentDefault", draft.defaultDisplayNumber(), style);
        add(fields, "callNumberDefault", draft.defaultSoftphoneNumber(), style);
        if (style.nextBoolean()) {
            fields.add(OF_ITS_OWN);
        }
        Collections.shuffle(fields, style);
        return blank(style)
                + fields.stream().collect(Collectors.joining(blank(style) + "," + blank(style), "{", "}"))
                + blank(style);
    }

    /** A null field is written as null or omitted. */
    private static void add(List<String> fields, String name, String text, Random style) {
        if (text != null || style.nextBoolean()) {
            fields.add(string(name, style) + blank(style) + ":" + blank(style) + string(text, style));
        }
    }

    private static void add(List<String> fields, String name, List<String> texts, Random style) {
        if (texts != null) {
            String array = texts.stream()
                    .map(text -> string(text, style))
                    .collect(Collectors.joining(blank(style) + ",", "[" + blank(style), "]"));
            fields.add(string(name, style) + ":" + array);
        }
    }

    private static String string(String text, Random style) {
        if (text == null) {
            return "null";
        }
        return text.chars().mapToObj(c -> character((char) c, style)).collect(Collectors.joining("", "\"", "\""));
    }

    private static String character(char c, Random style) {
        boolean mustEscape = c < ' ' || c == '"' || c == '\\';
        boolean escapes = mustEscape || style.nextInt(10) == 0;
        return escapes ? "\\u" + hex(style).toHexDigits(c) : Character.toString(c);
    }

    private static HexFormat hex(Random style) {
        return style.nextBoolean() ? HexFormat.of() : HexFormat.of().withUpperCase();
    }

    private static String blank(Random style) {
        return style.nextInt(4) == 0 ? List.of(" ", "\n", "\t", "\r\n  ").get(style.nextInt(4)) : "";
    }
}
