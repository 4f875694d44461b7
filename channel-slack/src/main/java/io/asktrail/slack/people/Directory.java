package io.asktrail.slack.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.asktrail.contracts.caller.Caller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of people, followed: it is replaced whole when it has changed and is right. A bad edit is refused with all its
 * faults in the log, and the one before it stays.
 */
public final class Directory implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Directory.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration MAIL_KEPT = Duration.ofMinutes(10);
    private static final int MAILS_KEPT = 10_000;

    private final Path file;
    private final Mails mails;
    private final Cache<String, Optional<String>> knownMails = Caffeine.newBuilder()
            .expireAfterWrite(MAIL_KEPT)
            .maximumSize(MAILS_KEPT)
            .build();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("slack-people").factory());
    private volatile People people;
    private byte[] read;

    private Directory(Path file, Mails mails, Duration look) {
        this.file = file;
        this.mails = mails;
        this.read = bytes();
        this.people = new People(PeopleReader.read(file));
        watch.scheduleWithFixedDelay(this::look, look.toMillis(), look.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** @throws PeopleRejected if the file is faulty: there is nothing older to keep */
    public static Directory open(Path file, Mails mails) {
        return open(file, mails, LOOK);
    }

    static Directory open(Path file, Mails mails, Duration look) {
        return new Directory(file, mails, look);
    }

    /**
     * Who somebody is, by their id or else by their address.
     *
     * @throws RuntimeException if it takes their address and Slack cannot be asked for it just now
     */
    public Person find(Member member) {
        var now = people;
        var contact = now.contact(member.team());
        if (contact.isEmpty() || !member.isAtHome()) {
            return new Person.Stranger();
        }
        return now.byUser(member.team(), member.user())
                .or(() -> byMail(now, member))
                .<Person>map(Person.Known::new)
                .orElseGet(() -> new Person.Unknown(contact.get()));
    }

    private Optional<Caller> byMail(People now, Member member) {
        if (!now.knowsMails(member.team())) {
            return Optional.empty();
        }
        // What the loader throws is not kept: the next question asks again.
        var mail = knownMails.get(member.user(), mails::confirmedMailOf);
        return mail.flatMap(address -> now.byMail(member.team(), address));
    }

    /** Whether everybody in a channel may see what this caller may see. */
    public boolean mayShow(String team, String channel, Caller caller) {
        return people.mayShow(team, channel, caller);
    }

    private void look() {
        try {
            var now = bytes();
            if (!Arrays.equals(now, read)) {
                read = now;
                people = new People(PeopleReader.read(file));
                log.atInfo().log("people of Slack replaced");
            }
        } catch (PeopleRejected rejected) {
            log.atError().addKeyValue("faults", rejected.getMessage()).log("edit refused, the one before it stays");
        } catch (RuntimeException unforeseen) {
            // Thrown on, it would end the watch for good without a word.
            log.atError().setCause(unforeseen).log("people of Slack not reloaded");
        }
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            // An editor may be at work; what is missing for good is said by the reader.
            return new byte[0];
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
