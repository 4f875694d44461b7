package io.asktrail.slack.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.util.json.GsonFactory;
import io.asktrail.slack.Answers;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class AnswerMessageTest {
    /** What the gateway takes of a request, and so of a message that Slack sends back with a button. */
    private static final int LARGEST_REQUEST = 64 * 1024;

    @Test
    void offersOneButtonForEachMeaning() {
        // When
        var blocks = blocks(Answers.choice("net sales", "x".repeat(200)));

        // Then
        var buttons = buttons(blocks);
        assertThat(buttons)
                .extracting(button -> button.path("value").asString())
                .containsExactly("ans_1|0", "ans_1|1");
        assertThat(buttons)
                .extracting(button -> button.path("action_id").asString())
                .doesNotHaveDuplicates();
        assertThat(buttons.getLast().path("text").path("text").asString())
                .hasSize(75)
                .endsWith("…");
        assertThat(blocks.toString()).contains("2. " + "x".repeat(200));
    }

    @Test
    void whatStandsAroundAHindiAnswerIsHindi() {
        // Given
        var answer = Answers.states(13)
                .put("lang", "hi")
                .put("text", "राज्य के अनुसार खर्च।")
                .put("status", "partial");
        var refused = Answers.words("यह नहीं निकाला जा सकता।").put("lang", "hi").put("status", "refused");
        refused.putObject("refusal")
                .put("code", "NO_PATH")
                .put("reason", "यह नहीं निकाला जा सकता।")
                .putArray("nearest")
                .add(Answers.task());
        refused.putArray("followup_names").add("चैनल के अनुसार शुद्ध बिक्री");

        // When / Then
        assertThat(blocks(answer).toString())
                .contains(
                        "*इसके केवल एक हिस्से का उत्तर मिल सका।*",
                        "… 3 और पंक्तियाँ।",
                        "CSV फ़ाइल",
                        "यह उत्तर काम का है")
                .doesNotContain("more", "helps", "As CSV", "Only a part");
        assertThat(blocks(refused).toString()).contains("यह पूछ सकते हैं:\\n• चैनल के अनुसार शुद्ध बिक्री");
    }

    @Test
    void hasNoButtonForAFileWhereThereIsNoTable() {
        assertThat(buttons(blocks(Answers.words("42"))))
                .extracting(button -> button.path("action_id").asString())
                .containsExactly("asktrail_up", "asktrail_down");
        assertThat(buttons(blocks(Answers.states(2))))
                .extracting(button -> button.path("action_id").asString())
                .containsExactly("asktrail_csv", "asktrail_up", "asktrail_down");
    }

    @Test
    void saysWhatIsMissingAndWhatHasToBeKnown() {
        // Given
        var answer = Answers.states(2).put("status", "partial");
        for (var n = 0; n < 5; n++) {
            answer.withArray("caveats").addObject().put("code", "c").put("text", "caveat " + n);
        }
        answer.withArray("policies").add("Only rows of Delhi are counted.");

        // When
        var shown = blocks(answer).toString();

        // Then
        assertThat(shown)
                .contains(
                        "Only a part of this could be answered", "caveat 0", "caveat 2", "2 more", "Only rows of Delhi")
                .doesNotContain("caveat 3");
    }

    @Test
    void tellsWhatCanBeAskedInstead() {
        // Given
        var answer = Answers.words("There is no such metric.").put("status", "refused");
        answer.putObject("refusal")
                .put("code", "OUT_OF_SCOPE")
                .put("reason", "There is no such metric.")
                .putArray("nearest")
                .add(Answers.task());

        // When
        var blocks = blocks(answer);

        // Then
        assertThat(blocks.toString()).contains("You can ask", "• net sales by channel");
        assertThat(buttons(blocks)).isEmpty();
    }

    /** Each with the characters that grow most on the way: escapes, and letters that take three bytes and nine in a form. */
    @ParameterizedTest
    @ValueSource(strings = {"&", "<", "a", "₹", "अ", "```", "*_~`"})
    void staysWithinWhatSlackAndTheGatewayTake(String piece) {
        // Given
        var answer = Answers.states(400);
        answer.put("text", (piece + " ").repeat(20_000)).put("method", piece.repeat(5_000));
        for (var n = 0; n < 50; n++) {
            answer.withArray("caveats").addObject().put("code", "c").put("text", piece.repeat(2_000));
            answer.withArray("assumptions").add(piece.repeat(500));
        }
        ((ObjectNode) answer.path("table").path("columns").path(0)).put("label", piece.repeat(500));

        // When
        var message = AnswerMessage.of(Answers.read(answer), piece.repeat(4_000));
        var blocks = json(message);

        // Then
        assertThat(blocks.size()).isLessThanOrEqualTo(50);
        assertThat(message.text()).hasSizeLessThanOrEqualTo(300);
        for (var block : blocks) {
            assertThat(block.path("text").path("text").asString("")).hasSizeLessThanOrEqualTo(3_000);
            assertThat(block.path("elements").size()).isLessThanOrEqualTo(10);
        }
        var sentBack = URLEncoder.encode(blocks.toString() + message.text(), StandardCharsets.UTF_8)
                .length();
        assertThat(sentBack).isLessThan(LARGEST_REQUEST - 4_000);
    }

    @Test
    void meansNothingButWhatItSays() {
        // Given
        var answer = Answers.states(2).put("text", "<!channel> <https://evil.example|click> @here *bold* & more");
        ((ObjectNode) answer.path("table"))
                .putArray("rows")
                .addArray()
                .add("<!everyone> ```")
                .add(1);

        // When
        var shown = blocks(answer).toString();

        // Then
        assertThat(shown)
                .doesNotContain("<!", "<http")
                .contains("&lt;!channel&gt;", "&lt;https://evil.example|click&gt;", "&lt;!everyone&gt; '''");
        for (var block : blocks(answer)) {
            if (block.has("text") && block.path("text").path("type").asString().equals("mrkdwn")) {
                assertThat(block.path("text").path("verbatim").asBoolean()).isTrue();
            }
        }
    }

    private static JsonNode blocks(ObjectNode answer) {
        return json(AnswerMessage.of(Answers.read(answer), null));
    }

    private static JsonNode json(Message message) {
        return JsonMapper.shared().readTree(GsonFactory.createSnakeCase().toJson(message.blocks()));
    }

    private static List<JsonNode> buttons(JsonNode blocks) {
        var buttons = new ArrayList<JsonNode>();
        for (var block : blocks) {
            for (var element : block.path("elements")) {
                if (element.path("type").asString().equals("button")) {
                    buttons.add(element);
                }
            }
        }
        return buttons;
    }
}
