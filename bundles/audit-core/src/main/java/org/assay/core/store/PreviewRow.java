package org.assay.core.store;

import java.time.Instant;

/**
 * That somebody relied on a preview when he activated a pack, or planned to.
 *
 * @param digest the pack's digest
 * @param askedAt when he asked for it
 * @param audit the id of the trial audit
 * @param who who did
 */
public record PreviewRow(String digest, Instant askedAt, String audit, String who) {}
