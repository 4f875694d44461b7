package io.asktrail.ads.exports;

import io.asktrail.adsstore.AdChannel;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which ad product an export is of, from what only that product's reports have. Where two are possible it says neither:
 * a wrong guess would add Brands to Products.
 */
final class ChannelMarks {
    private static final List<String> OF_SP = List.of(
            "7 day total sales",
            "7 day advertised sku",
            "14 day advertised sku",
            "14 day advertised asin",
            "14 day other asin",
            "bidding strategy",
            "targeting type");
    private static final List<String> OF_SB = List.of("5 second view", "video first quartile", "video complete");
    private static final List<String> OF_SD = List.of("bid optimization", "cost type", "cost per 1,000 viewable");

    private ChannelMarks() {}

    /** @param program the text of the column Program Type in the first row; null if there is none */
    static Optional<AdChannel> find(List<String> plainHeader, @Nullable String program) {
        var named = program == null ? Optional.<AdChannel>empty() : ofProgram(program);
        return named.isPresent() ? named : ofHeader(plainHeader);
    }

    /** "Sponsored Products" and its like; empty for anything else. */
    static Optional<AdChannel> ofProgram(String text) {
        var plain = text.toLowerCase(Locale.ROOT);
        if (plain.startsWith("sponsored product") || plain.equals("sp")) {
            return Optional.of(AdChannel.SP);
        }
        if (plain.startsWith("sponsored brand") || plain.equals("sb")) {
            return Optional.of(AdChannel.SB);
        }
        return plain.startsWith("sponsored display") || plain.equals("sd")
                ? Optional.of(AdChannel.SD)
                : Optional.empty();
    }

    private static Optional<AdChannel> ofHeader(List<String> header) {
        var newToBrand = hasAny(header, List.of("14 day new-to-brand"));
        Set<AdChannel> possible = EnumSet.noneOf(AdChannel.class);
        if (hasAny(header, OF_SP) && !newToBrand) {
            possible.add(AdChannel.SP);
        }
        if (newToBrand && hasAny(header, OF_SB)) {
            possible.add(AdChannel.SB);
        }
        if (newToBrand && hasAny(header, OF_SD)) {
            possible.add(AdChannel.SD);
        }
        return possible.size() == 1 ? possible.stream().findFirst() : Optional.empty();
    }

    private static boolean hasAny(List<String> header, List<String> marks) {
        return header.stream().anyMatch(name -> marks.stream().anyMatch(name::startsWith));
    }
}
