package org.assay.core.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.assay.core.store.AccessRows;
import org.assay.core.store.AuditRow;
import org.assay.core.store.AuditRows;
import org.assay.core.store.DeliveryRow;
import org.assay.core.store.FeedRow;
import org.assay.core.store.FeedRows;
import org.assay.core.store.KeyRow;
import org.assay.core.store.KeyRows;
import org.assay.core.store.LedgerRow;
import org.assay.core.store.LedgerRows;
import org.assay.core.store.NetworkRow;
import org.assay.core.store.NetworkRows;
import org.assay.core.store.PackEventRow;
import org.assay.core.store.PackRow;
import org.assay.core.store.PackRows;
import org.assay.core.store.PreviewRow;
import org.assay.core.store.RegimeRow;
import org.assay.core.store.RegimeRows;
import org.assay.core.store.ReplyRow;
import org.assay.core.store.SnapshotRow;
import org.assay.core.store.StandingRow;
import org.assay.core.store.StandingRows;
import org.assay.core.store.TokenRow;
import org.assay.core.store.Transaction;
import org.assay.core.store.WaiverRow;
import org.assay.core.store.WaiverRows;
import org.assay.core.store.WebhookRow;
import org.assay.core.store.WebhookRows;

/** All rows, in memory. */
final class MemoryRows implements Transaction {
    private final Map<String, RegimeRow> regimeRows = new TreeMap<>();
    private final List<PackRow> packRows = new ArrayList<>();
    private final List<PackEventRow> eventRows = new ArrayList<>();
    private final List<PreviewRow> previewRows = new ArrayList<>();
    private final Map<String, KeyRow> keyRows = new TreeMap<>();
    private final Map<String, WaiverRow> waiverRows = new TreeMap<>(Comparator.reverseOrder());
    private final Map<String, NetworkRow> networkRows = new TreeMap<>();
    private final List<SnapshotRow> snapshotRows = new ArrayList<>();
    private final Map<String, AuditRow> auditRows = new TreeMap<>(Comparator.reverseOrder());
    private final Map<String, Held> heldAudits = new java.util.HashMap<>();
    private final Map<String, StandingRow> standingRows = new TreeMap<>();
    private final Map<String, Held> heldStanding = new java.util.HashMap<>();
    private final Map<String, TokenRow> tokenRows = new TreeMap<>();
    private final Map<String, Set<String>> makerRows = new TreeMap<>();
    private final Map<List<String>, ReplyRow> replyRows = new java.util.HashMap<>();

    private record Held(String node, Instant until) {}

    private final List<LedgerRow> ledgerRows = new ArrayList<>();
    private String origin;

    private final Map<String, FeedRow> feedRows = new TreeMap<>();

    private final Map<String, WebhookRow> webhookRows = new TreeMap<>();
    private final Map<String, DeliveryRow> deliveryRows = new TreeMap<>();
    private final Map<String, Instant> heldDeliveries = new TreeMap<>();
    private final Map<String, Map<String, String>> announcedRows = new TreeMap<>();

    MemoryRows copy() {
        MemoryRows copy = new MemoryRows();
        copy.regimeRows.putAll(regimeRows);
        copy.packRows.addAll(packRows);
        copy.eventRows.addAll(eventRows);
        copy.previewRows.addAll(previewRows);
        copy.keyRows.putAll(keyRows);
        copy.waiverRows.putAll(waiverRows);
        copy.networkRows.putAll(networkRows);
        copy.snapshotRows.addAll(snapshotRows);
        copy.auditRows.putAll(auditRows);
        copy.heldAudits.putAll(heldAudits);
        copy.standingRows.putAll(standingRows);
        copy.heldStanding.putAll(heldStanding);
        copy.ledgerRows.addAll(ledgerRows);
        copy.origin = origin;
        copy.tokenRows.putAll(tokenRows);
        makerRows.forEach((name, makers) -> copy.makerRows.put(name, new TreeSet<>(makers)));
        copy.replyRows.putAll(replyRows);
        copy.feedRows.putAll(feedRows);
        copy.webhookRows.putAll(webhookRows);
        copy.deliveryRows.putAll(deliveryRows);
        copy.heldDeliveries.putAll(heldDeliveries);
        announcedRows.forEach((topic, told) -> copy.announcedRows.put(topic, new TreeMap<>(told)));
        return copy;
    }

    @Override
    public RegimeRows regimes() {
        return new RegimeRows() {
            @Override
            public List<RegimeRow> all() {
                return List.copyOf(regimeRows.values());
            }

            @Override
            public Optional<RegimeRow> find(String id) {
                return Optional.ofNullable(regimeRows.get(id));
            }

            @Override
            public Optional<RegimeRow> lock(String id) {
                return find(id);
            }

            @Override
            public void put(RegimeRow row) {
                regimeRows.put(row.id(), row);
            }
        };
    }

    @Override
    public PackRows packs() {
        return new PackRows() {
            @Override
            public List<PackRow> of(String regime) {
                return packRows.stream()
                        .filter(row -> row.regime().equals(regime))
                        .toList();
            }

            @Override
            public Optional<PackRow> byDigest(String digest) {
                return packRows.stream()
                        .filter(row -> row.digest().equals(digest))
                        .findFirst();
            }

            @Override
            public void insert(PackRow row) {
                packRows.add(row);
            }

            @Override
            public void update(PackRow row) {
                packRows.replaceAll(old -> old.digest().equals(row.digest()) ? row : old);
            }

            @Override
            public List<PackRow> due(Instant now) {
                return packRows.stream()
                        .filter(row ->
                                row.planned() != null && !row.planned().at().isAfter(now))
                        .sorted(Comparator.comparing(row -> row.planned().at()))
                        .toList();
            }

            @Override
            public void rely(PreviewRow row) {
                previewRows.add(row);
            }

            @Override
            public List<PreviewRow> relied(String digest) {
                return previewRows.stream()
                        .filter(row -> row.digest().equals(digest))
                        .toList();
            }

            @Override
            public void addEvent(PackEventRow event) {
                eventRows.add(new PackEventRow(
                        eventRows.size() + 1L,
                        event.regime(),
                        event.version(),
                        event.digest(),
                        event.step(),
                        event.who(),
                        event.at()));
            }

            @Override
            public List<PackEventRow> events(String regime, Long before, int limit) {
                return eventRows.stream()
                        .filter(row -> row.regime().equals(regime) && (before == null || row.number() < before))
                        .sorted(Comparator.comparing(PackEventRow::number).reversed())
                        .limit(limit)
                        .toList();
            }

            @Override
            public long countEvents(String regime) {
                return events(regime, null, Integer.MAX_VALUE).size();
            }
        };
    }

    @Override
    public WaiverRows waivers() {
        return new WaiverRows() {
            @Override
            public List<WaiverRow> of(String network) {
                return waiverRows.values().stream()
                        .filter(row -> row.network().equals(network))
                        .toList();
            }

            @Override
            public Optional<WaiverRow> find(String id) {
                return Optional.ofNullable(waiverRows.get(id));
            }

            @Override
            public Optional<WaiverRow> lock(String id) {
                return find(id);
            }

            @Override
            public void insert(WaiverRow row) {
                waiverRows.put(row.id(), row);
            }

            @Override
            public void update(WaiverRow row) {
                waiverRows.put(row.id(), row);
            }
        };
    }

    @Override
    public WebhookRows webhooks() {
        return new MemoryWebhooks(webhookRows, deliveryRows, heldDeliveries, announcedRows);
    }

    @Override
    public FeedRows feeds() {
        return new FeedRows() {
            @Override
            public List<FeedRow> of(String network) {
                return feedRows.values().stream()
                        .filter(row -> row.network().equals(network))
                        .toList();
            }

            @Override
            public void insert(FeedRow row) {
                feedRows.put(row.network() + "/" + row.name(), row);
            }

            @Override
            public boolean remove(String network, String name) {
                return feedRows.remove(network + "/" + name) != null;
            }
        };
    }

    @Override
    public KeyRows keys() {
        return new KeyRows() {
            @Override
            public List<KeyRow> all() {
                return List.copyOf(keyRows.values());
            }

            @Override
            public Optional<KeyRow> lock(String id) {
                return Optional.ofNullable(keyRows.get(id));
            }

            @Override
            public void put(KeyRow row) {
                keyRows.put(row.id(), row);
            }
        };
    }

    @Override
    public NetworkRows networks() {
        return new NetworkRows() {
            @Override
            public List<NetworkRow> page(String after, int limit) {
                return networkRows.values().stream()
                        .filter(row -> after == null || row.id().compareTo(after) > 0)
                        .limit(limit)
                        .toList();
            }

            @Override
            public long count() {
                return networkRows.size();
            }

            @Override
            public Optional<NetworkRow> find(String id) {
                return Optional.ofNullable(networkRows.get(id));
            }

            @Override
            public Optional<NetworkRow> lock(String id) {
                return find(id);
            }

            @Override
            public void put(NetworkRow row) {
                networkRows.put(row.id(), row);
            }

            @Override
            public void addSnapshot(SnapshotRow row) {
                snapshotRows.add(0, row);
            }

            private Optional<SnapshotRow> newest(String network, Predicate<SnapshotRow> wanted) {
                return snapshotRows.stream()
                        .filter(row -> row.network().equals(network))
                        .filter(wanted)
                        .findFirst();
            }

            @Override
            public Optional<SnapshotRow> latest(String network) {
                return newest(network, row -> true);
            }

            @Override
            public Optional<SnapshotRow> knownAt(String network, Instant moment) {
                return newest(network, row -> !row.recordedAt().isAfter(moment));
            }

            @Override
            public Optional<SnapshotRow> byDigest(String network, String digest) {
                return newest(network, row -> row.digest().equals(digest));
            }

            @Override
            public Optional<SnapshotRow> next(String network, long number) {
                return snapshotRows.stream()
                        .filter(row -> row.network().equals(network) && row.number() > number)
                        .min(Comparator.comparing(SnapshotRow::number));
            }

            @Override
            public List<SnapshotRow> snapshots(String network, Long before, int limit) {
                return snapshotRows.stream()
                        .filter(row -> row.network().equals(network) && (before == null || row.number() < before))
                        .limit(limit)
                        .toList();
            }

            @Override
            public long countSnapshots(String network) {
                return snapshots(network, null, Integer.MAX_VALUE).size();
            }
        };
    }

    @Override
    public AuditRows audits() {
        return new AuditRows() {
            @Override
            public void insert(AuditRow row) {
                auditRows.put(row.id(), row);
            }

            @Override
            public void update(AuditRow row) {
                auditRows.put(row.id(), row);
            }

            @Override
            public Optional<AuditRow> find(String id) {
                return Optional.ofNullable(auditRows.get(id));
            }

            @Override
            public List<AuditRow> page(String network, boolean trials, String before, int limit) {
                return auditRows.values().stream()
                        .filter(row -> (row.trial() != null) == trials)
                        .filter(row -> network == null || row.network().equals(network))
                        .filter(row -> before == null || row.id().compareTo(before) < 0)
                        .limit(limit)
                        .toList();
            }

            @Override
            public long count(String network, boolean trials) {
                return page(network, trials, null, Integer.MAX_VALUE).size();
            }

            @Override
            public List<AuditRow> inState(String state) {
                return auditRows.values().stream()
                        .filter(row -> row.state().equals(state))
                        .toList();
            }

            @Override
            public boolean claim(String id, String node, Instant now, Instant until) {
                Held held = heldAudits.get(id);
                boolean free =
                        held == null || held.node().equals(node) || held.until().isBefore(now);
                boolean taken = free && auditRows.get(id).state().equals("RUNNING");
                if (taken) {
                    heldAudits.put(id, new Held(node, until));
                }
                return taken;
            }
        };
    }

    @Override
    public AccessRows access() {
        return new AccessRows() {
            @Override
            public List<TokenRow> tokens() {
                return List.copyOf(tokenRows.values());
            }

            @Override
            public Map<String, Set<String>> makers() {
                return makerRows;
            }

            @Override
            public void addToken(TokenRow row) {
                makerRows.computeIfAbsent(row.name(), name -> new TreeSet<>()).add(row.createdBy());
                tokenRows.put(row.name(), row);
            }

            @Override
            public boolean removeToken(String name) {
                return tokenRows.remove(name) != null;
            }

            @Override
            public Optional<ReplyRow> reply(String who, String key) {
                return Optional.ofNullable(replyRows.get(List.of(who, key)));
            }

            @Override
            public void claim(ReplyRow row) {
                replyRows.put(List.of(row.who(), row.key()), row);
            }

            @Override
            public void answer(ReplyRow row) {
                claim(row);
            }

            @Override
            public void release(String who, String key) {
                replyRows.remove(List.of(who, key));
            }

            @Override
            public void removeReplies(Instant olderThan, boolean unanswered) {
                replyRows.values().removeIf(row -> row.at().isBefore(olderThan) || (unanswered && row.reply() == null));
            }
        };
    }

    @Override
    public StandingRows standing() {
        return new StandingRows() {
            @Override
            public List<StandingRow> all() {
                return List.copyOf(standingRows.values());
            }

            @Override
            public Optional<StandingRow> find(String network) {
                return Optional.ofNullable(standingRows.get(network));
            }

            @Override
            public void put(StandingRow row) {
                standingRows.put(row.network(), row);
                heldStanding.remove(row.network());
            }

            @Override
            public boolean remove(String network) {
                heldStanding.remove(network);
                return standingRows.remove(network) != null;
            }

            @Override
            public boolean claim(String network, String node, Instant now, Instant until) {
                Held held = heldStanding.get(network);
                boolean free =
                        held == null || held.node().equals(node) || held.until().isBefore(now);
                boolean taken = free && standingRows.containsKey(network);
                if (taken) {
                    heldStanding.put(network, new Held(node, until));
                }
                return taken;
            }
        };
    }

    @Override
    public LedgerRows ledger() {
        return new LedgerRows() {
            @Override
            public Optional<String> origin() {
                return Optional.ofNullable(origin);
            }

            @Override
            public void create(String name) {
                origin = name;
            }

            @Override
            public long lock() {
                return ledgerRows.size();
            }

            @Override
            public long size() {
                return ledgerRows.size();
            }

            @Override
            public void append(LedgerRow row) {
                ledgerRows.add(row);
            }

            @Override
            public List<LedgerRow> entries(long from, int limit) {
                return ledgerRows.stream().skip(from).limit(limit).toList();
            }

            @Override
            public Optional<LedgerRow> newest(String kind, String about) {
                return ledgerRows.stream()
                        .filter(row -> row.kind().equals(kind) && row.about().equals(about))
                        .reduce((older, newer) -> newer);
            }

            @Override
            public List<LedgerRow> about(String kind, String about) {
                return ledgerRows.stream()
                        .filter(row -> row.kind().equals(kind) && row.about().equals(about))
                        .sorted(Comparator.comparing(LedgerRow::number).reversed())
                        .toList();
            }

            @Override
            public List<String> leaves(long from, int limit) {
                return entries(from, limit).stream().map(LedgerRow::leaf).toList();
            }
        };
    }
}
