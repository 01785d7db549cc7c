package org.assay.rest.internal.view;

import java.util.List;
import org.assay.core.PackView;
import org.assay.core.Page;
import org.assay.core.RequirementView;
import org.jspecify.annotations.Nullable;

/** A page of a pack's requirements. */
public record RequirementsJson(
        PackJson.Ref pack, List<RequirementJson> items, @Nullable String nextCursor, long total) {

    /** From what core knows. */
    public static RequirementsJson of(PackView pack, Page<RequirementView> page) {
        return new RequirementsJson(
                PackJson.Ref.of(pack),
                page.items().stream().map(RequirementJson::of).toList(),
                page.nextCursor(),
                page.total());
    }
}
