package org.assay.bench.inventory;

import static org.assay.bench.inventory.Unit.NEVER;

import java.time.LocalDate;
import java.util.SplittableRandom;

/**
 * What happened to a component when.
 *
 * @param version what runs on it
 * @param softwareSince since when
 * @param status of the day of the snapshot
 * @param ordered when
 * @param installed when
 * @param firstUse when
 * @param removed when
 */
record Life(
        Model.Version version,
        LocalDate softwareSince,
        String status,
        LocalDate ordered,
        LocalDate installed,
        LocalDate firstUse,
        LocalDate removed) {

    static Life of(Model model, SplittableRandom random) {
        int choice = Math.max(random.nextInt(Spec.VERSIONS), random.nextInt(Spec.VERSIONS));
        Model.Version version = model.versions().get(choice);
        LocalDate ordered = version.released().plusDays(random.nextInt(700) - 150);
        LocalDate latest = Inventory.DAY.minusDays(345 + random.nextInt(200));
        if (ordered.isAfter(latest)) {
            ordered = latest;
        }
        int luck = random.nextInt(1_000);
        String status = luck < 10 ? "ordered" : luck < 30 ? "spare" : luck < 45 ? "removed" : "in-service";
        boolean used = luck >= 30;
        LocalDate installed = used ? ordered.plusDays(20 + random.nextInt(60)) : NEVER;
        LocalDate firstUse = used ? installed.plusDays(random.nextInt(25) == 0 ? 250 : random.nextInt(30)) : NEVER;
        LocalDate since = used ? firstUse.plusDays(random.nextInt(3) * 5L) : ordered;
        LocalDate removed = status.equals("removed") ? Inventory.DAY.minusDays(random.nextInt(15)) : NEVER;
        return new Life(version, since, status, ordered, installed, firstUse, removed);
    }
}
