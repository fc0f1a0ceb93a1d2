package io.halfspread.app.capture.bulk;

import io.halfspread.gateway.archive.FilePart;
import io.halfspread.gateway.archive.RecordedFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which file gives what to which day. A file of the venue's archive belongs to the day its path names, whole; of any other
 * file each line belongs to the UTC day of its receive time.
 */
final class BulkPlan {
    private final SortedMap<LocalDate, List<String>> names = new TreeMap<>();
    private final SortedMap<LocalDate, List<FilePart>> parts = new TreeMap<>();
    private final List<PassedOver> passedOver = new ArrayList<>();

    /** Takes a file that was looked at; files come in the order of their names. */
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
        return names.keySet().stream()
                .map(day -> new DayJob(day, names.get(day), parts.get(day)))
                .toList();
    }

    private void add(final LocalDate day, final String name, final FilePart part) {
        names.computeIfAbsent(day, any -> new ArrayList<>()).add(name);
        parts.computeIfAbsent(day, any -> new ArrayList<>()).add(part);
    }
}
