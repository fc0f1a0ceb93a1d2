package io.halfspread.app.capture.bulk;

import io.halfspread.gateway.archive.FilePart;
import io.halfspread.gateway.archive.RecordedFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which file gives what to which day. A file of the venue's archive belongs to the day its path names, whole; of any other
 * file each line belongs to the UTC day of its receive time.
 */
final class BulkPlan {
    private static final Comparator<NamedPart> ORDER = Comparator.comparing(
                    (NamedPart named) -> named.part().file().form())
            .thenComparing(NamedPart::name);

    private final SortedMap<LocalDate, List<NamedPart>> days = new TreeMap<>();
    private final List<PassedOver> passedOver = new ArrayList<>();

    /** What a day has of a file. */
    private record NamedPart(String name, FilePart part) {}

    /** Takes a file that was looked at. */
    void add(final FoundFile found, final RecordedFile file) {
        if (file.days().isEmpty()) {
            pass(found, "no usable line");
        } else if (found.archive() != null) {
            add(found.archive().day(), found.name(), FilePart.whole(file));
        } else {
            file.days().forEach(day -> add(day, found.name(), FilePart.ofDay(file, day)));
        }
    }

    void pass(final FoundFile found, final String reason) {
        passedOver.add(new PassedOver(found.name(), reason));
    }

    List<PassedOver> passedOver() {
        return List.copyOf(passedOver);
    }

    List<DayJob> jobs() {
        return days.entrySet().stream()
                .map(day -> job(day.getKey(), day.getValue()))
                .toList();
    }

    private void add(final LocalDate day, final String name, final FilePart part) {
        days.computeIfAbsent(day, any -> new ArrayList<>()).add(new NamedPart(name, part));
    }

    /** Equal receive times are merged in this order: by form, then by name. */
    private static DayJob job(final LocalDate day, final List<NamedPart> files) {
        final List<NamedPart> ordered = files.stream().sorted(ORDER).toList();
        return new DayJob(
                day,
                ordered.stream().map(NamedPart::name).toList(),
                ordered.stream().map(NamedPart::part).toList());
    }
}
