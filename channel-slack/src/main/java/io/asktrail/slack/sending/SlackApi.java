package io.asktrail.slack.sending;

import com.slack.api.Slack;
import com.slack.api.app_backend.interactive_components.ActionResponseSender;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest.FileDetails;
import com.slack.api.methods.response.chat.ChatUpdateResponse;
import com.slack.api.model.User;
import io.asktrail.slack.message.Message;
import io.asktrail.slack.sending.Calls.Again;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * The few things that are done in Slack. Each waits as long as Slack wants it to.
 *
 * <p>All throw {@link SlackRefused} if Slack says no, and {@link SlackAway} if it cannot be reached.
 */
public final class SlackApi {
    private static final String UPDATE = "chat.update";
    private static final MediaType BYTES = Objects.requireNonNull(MediaType.parse("application/octet-stream"));

    private final Slack slack;
    private final Supplier<String> token;
    private final Calls calls = new Calls();

    /** @param token of the bot, fetched for each call so that a new one is used at once */
    public SlackApi(Slack slack, Supplier<String> token) {
        this.slack = slack;
        this.token = token;
    }

    private MethodsClient methods() {
        return slack.methods(token.get());
    }

    /**
     * Posts a message.
     *
     * @param thread the first message of the thread; null for one of its own
     * @return where it is from now on, as Slack counts time
     */
    public String post(String channel, @Nullable String thread, Message message) {
        return calls.make(
                        "chat.postMessage",
                        Again.TWICE_IS_TWICE,
                        () -> methods()
                                .chatPostMessage(post -> post.channel(channel)
                                        .threadTs(thread)
                                        .text(message.text())
                                        .blocks(message.blocks())
                                        .unfurlLinks(false)
                                        .unfurlMedia(false)
                                        .linkNames(false)))
                .getTs();
    }

    /** Puts a message in the place of an earlier one. */
    public void update(String channel, String ts, Message message) {
        calls.make(UPDATE, Again.HARMLESS, () -> updated(channel, ts, message));
    }

    /** The same for what is only nice to know: it is left out when Slack wants to be left alone. */
    public void updateIfWelcome(String channel, String ts, Message message) {
        calls.onceIfWelcome(UPDATE, () -> updated(channel, ts, message));
    }

    private ChatUpdateResponse updated(String channel, String ts, Message message)
            throws IOException, SlackApiException {
        return methods()
                .chatUpdate(update -> update.channel(channel)
                        .ts(ts)
                        .text(message.text())
                        .blocks(message.blocks())
                        .linkNames(false));
    }

    /** Shows a message to one person alone; it is gone when they load the page anew. */
    public void whisper(String channel, String user, @Nullable String thread, Message message) {
        calls.make(
                "chat.postEphemeral",
                Again.HARMLESS,
                () -> methods()
                        .chatPostEphemeral(post -> post.channel(channel)
                                .user(user)
                                .threadTs(thread)
                                .text(message.text())
                                .blocks(message.blocks())
                                .linkNames(false)));
    }

    /**
     * Shows a message to the one who used a command or pressed a button; works where the app is no member, too.
     *
     * @param address that came with it; good for half an hour
     */
    public void reply(String address, Message message) {
        var response = ActionResponse.builder()
                .responseType("ephemeral")
                .replaceOriginal(false)
                .text(message.text())
                .blocks(message.blocks())
                .build();
        try {
            var result = new ActionResponseSender(slack).send(address, response);
            if (result.getCode() != 200) {
                throw new SlackRefused("a reply", "http_" + result.getCode());
            }
        } catch (IOException away) {
            throw new SlackAway("a reply", away);
        }
    }

    /** The conversation with one person alone. */
    public String directWith(String user) {
        return calls.make(
                        "conversations.open",
                        Again.HARMLESS,
                        () -> methods().conversationsOpen(open -> open.users(List.of(user))))
                .getChannel()
                .getId();
    }

    /** Shows a file in a conversation: Slack is asked for a place, given the bytes, and told where they belong. */
    public void attach(String channel, @Nullable String thread, Attachment file) {
        var place = calls.make(
                "files.getUploadURLExternal",
                Again.HARMLESS,
                () -> methods()
                        .filesGetUploadURLExternal(get -> get.filename(file.name())
                                .length(file.content().length)
                                .altTxt(file.described().isEmpty() ? null : file.described())));
        bring(place.getUploadUrl(), file.content());
        var details =
                FileDetails.builder().id(place.getFileId()).title(file.title()).build();
        calls.make(
                "files.completeUploadExternal",
                Again.TWICE_IS_TWICE,
                () -> methods()
                        .filesCompleteUploadExternal(complete -> complete.files(List.of(details))
                                .channelId(channel)
                                .threadTs(thread)));
    }

    private void bring(String address, byte[] content) {
        var request = new Request.Builder()
                .url(address)
                .post(RequestBody.create(content, BYTES))
                .build();
        try (var response =
                slack.getHttpClient().getOkHttpClient().newCall(request).execute()) {
            if (!response.isSuccessful()) {
                throw new SlackRefused("an upload", "http_" + response.code());
            }
        } catch (IOException away) {
            throw new SlackAway("an upload", away);
        }
    }

    /** The confirmed address of a full member of the workspace; empty for everybody else. */
    public Optional<String> confirmedMailOf(String user) {
        try {
            var found = calls.make("users.info", Again.HARMLESS, () -> methods().usersInfo(info -> info.user(user)))
                    .getUser();
            return isFullMember(found)
                    ? Optional.ofNullable(found.getProfile()).map(User.Profile::getEmail)
                    : Optional.empty();
        } catch (SlackRefused unknown) {
            if (unknown.error().equals("user_not_found") || unknown.error().equals("user_not_visible")) {
                return Optional.empty();
            }
            throw unknown;
        }
    }

    private static boolean isFullMember(User user) {
        return !user.isDeleted()
                && !user.isBot()
                && !user.isRestricted()
                && !user.isUltraRestricted()
                && !user.isStranger()
                && user.isEmailConfirmed();
    }
}
