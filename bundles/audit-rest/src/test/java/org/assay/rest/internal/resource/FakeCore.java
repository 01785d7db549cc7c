package org.assay.rest.internal.resource;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.assay.core.AvailableRegime;
import org.assay.core.ConflictException;
import org.assay.core.NotFoundException;
import org.assay.core.Origin;
import org.assay.core.PackEvent;
import org.assay.core.PackState;
import org.assay.core.PackView;
import org.assay.core.Packs;
import org.assay.core.Page;
import org.assay.core.PageRequest;
import org.assay.core.Readiness;
import org.assay.core.RegimeView;
import org.assay.core.Regimes;
import org.assay.core.RequirementView;
import org.assay.core.Tokens;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.jspecify.annotations.Nullable;

/** The core in memory, as small as the resources allow; remembers who did what. */
final class FakeCore implements Regimes, Packs, Tokens, Readiness {
    final FakeKeys keys = new FakeKeys();
    final FakeWaivers waivers = new FakeWaivers();
    static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");
    static final String SECRET = "s3cret-of-anna";
    static final String WHO = "anna";
    static final String DIGEST = "sha256:" + "ab".repeat(32);

    final Map<String, String> installedBy = new TreeMap<>();
    final Map<String, Map<String, PackState>> packs = new TreeMap<>();
    final List<String> bundled = List.of("de-bsi", "fr-anssi", "uk-ncsc");
    final Map<String, String> tokens = new TreeMap<>(Map.of("admin", "setup", WHO, "admin"));
    /** Checks an envelope before it is looked at; may refuse it. */
    Consumer<byte[]> check = envelope -> {};

    boolean ready = true;

    FakeCore() {
        install("de-bsi", "setup");
        packs.get("de-bsi").put("2026.2.0", PackState.STAGED);
    }

    @Override
    public List<RegimeView> installed() {
        return installedBy.keySet().stream().map(this::view).toList();
    }

    @Override
    public List<AvailableRegime> available() {
        return bundled.stream()
                .map(id -> new AvailableRegime(id, "Rules of " + id, installedBy.containsKey(id)))
                .toList();
    }

    @Override
    public Optional<RegimeView> find(String id) {
        return Optional.ofNullable(installedBy.get(id)).map(who -> view(id));
    }

    @Override
    public RegimeView get(String id) {
        return find(id).orElseThrow(() -> noRegime(id));
    }

    @Override
    public RegimeView install(String id, String who) {
        if (!bundled.contains(id)) {
            throw new NotFoundException("regime", "the distribution brings no regime '" + id + "'", "see available");
        }
        if (id.equals("uk-ncsc")) {
            throw new ConflictException("regime-install-failed", "the container could not resolve it", "see its log");
        }
        installedBy.putIfAbsent(id, who);
        packs.computeIfAbsent(id, key -> new TreeMap<>()).put("2026.1.0", PackState.ACTIVE);
        return view(id);
    }

    @Override
    public void uninstall(String id, String who) {
        get(id);
        if (id.equals("fr-anssi")) {
            throw new ConflictException("regime-install-failed", "the container holds on to it", "see its log");
        }
        installedBy.remove(id);
    }

    @Override
    public List<PackView> list(String regime) {
        get(regime);
        return packs.get(regime).keySet().stream()
                .sorted(java.util.Comparator.reverseOrder())
                .map(version -> pack(regime, version))
                .toList();
    }

    @Override
    public PackView get(String regime, String version) {
        get(regime);
        if (!packs.get(regime).containsKey(version)) {
            throw new NotFoundException("pack", "there is no pack " + version + " of " + regime, "see its packs");
        }
        return pack(regime, version);
    }

    /** An envelope is here a text: {@code new}, {@code known}, {@code taken} or anything else, which is wrong. */
    @Override
    public Staged stage(String regime, byte[] envelope, boolean older, String who) {
        get(regime);
        check.accept(envelope);
        String text = new String(envelope, java.nio.charset.StandardCharsets.UTF_8);
        if (text.contains("old") && !older) {
            throw new ConflictException("older-pack", "it is below 2026.1.0", "give it a higher version");
        }
        if (text.contains("taken")) {
            throw new ConflictException("pack-version-taken", "version 2026.1.0 has other bytes", "use a new version");
        }
        if (text.contains("known")) {
            return new Staged(pack(regime, "2026.1.0"), false);
        }
        if (!text.contains("new")) {
            throw new FaultException(List.of(
                    new Fault("type-error", "a bool is no date", "", 12, 9, "compare dates with dates"),
                    new Fault(
                            "unknown-key",
                            "there is no key 'binds'",
                            "/requirements/0",
                            14,
                            3,
                            "did you mean binding")));
        }
        packs.get(regime).put("2027.1.0", PackState.STAGED);
        return new Staged(pack(regime, "2027.1.0"), true);
    }

    @Override
    public Staged offer(byte[] envelope, Origin origin, String who) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PackView approve(String regime, String version, String who) {
        if (get(regime, version).state() == PackState.ACTIVE) {
            throw new ConflictException("second-person-needed", "anna staged it herself", "ask somebody else");
        }
        packs.get(regime).put(version, PackState.APPROVED);
        return pack(regime, version);
    }

    @Override
    public Instant beginning(String regime, String version, LocalDate day) {
        get(regime, version);
        return day.atStartOfDay(java.time.ZoneId.of("Europe/Berlin")).toInstant();
    }

    @Override
    public PackView cancel(String regime, String version, String who) {
        if (get(regime, version).planned() == null) {
            throw new ConflictException("not-planned", "nothing is planned for it", "see 'planned'");
        }
        return pack(regime, version);
    }

    @Override
    public PackView activate(String regime, String version, @Nullable Instant at, List<String> previews, String who) {
        if (at != null && at.isBefore(NOW)) {
            throw new FaultException(new Fault("not-ahead", at + " is not ahead", "/at", 0, 0, "a later moment"));
        }
        if (get(regime, version).state() == PackState.REJECTED) {
            throw new ConflictException("pack-not-staged", "it was rejected", "upload it again");
        }
        packs.get(regime).put(version, PackState.ACTIVE);
        installedBy.put(regime, who);
        return pack(regime, version);
    }

    @Override
    public PackView rollback(String regime, String version, @Nullable Instant at, List<String> previews, String who) {
        if (get(regime, version).state() == PackState.STAGED) {
            throw new ConflictException("not-a-rollback", "no higher version is active", "activate it");
        }
        return pack(regime, version);
    }

    @Override
    public PackView reject(String regime, String version, String who) {
        packs.get(regime).put(version, PackState.REJECTED);
        return pack(regime, version);
    }

    @Override
    public Page<PackEvent> events(String regime, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<RequirementView> requirements(String regime, String version) {
        get(regime, version);
        return List.of(
                FakeRequirement.of(regime, "A-1"),
                FakeRequirement.of(regime, "A-2"),
                FakeRequirement.of(regime, "A-3"));
    }

    @Override
    public byte[] envelope(String regime, String version) {
        throw new UnsupportedOperationException();
    }

    @Override
    public NewToken add(String name, String who) {
        if (!name.matches("[a-z][a-z0-9-]{1,62}")) {
            throw new FaultException(new Fault("bad-id", "'" + name + "' is no name", "/name", 0, 0, "use a to z"));
        }
        if (tokens.containsKey(name)) {
            throw new ConflictException("token-exists", "there is a token '" + name + "'", "use another name");
        }
        tokens.put(name, who);
        return new NewToken(name, "secret-of-" + name);
    }

    @Override
    public List<TokenView> list() {
        return tokens.keySet().stream()
                .map(name -> new TokenView(name, NOW, tokens.get(name)))
                .toList();
    }

    @Override
    public void revoke(String name, String who) {
        if (tokens.remove(name) == null) {
            throw new NotFoundException("token", "there is no token '" + name + "'", "see tokens");
        }
    }

    @Override
    public Optional<String> authenticate(String secret) {
        return secret.equals(SECRET) ? Optional.of(WHO) : Optional.empty();
    }

    @Override
    public Status check() {
        return new Status(ready, List.of(new Check("store", ready, ready ? "open" : "not open yet")));
    }

    static NotFoundException noRegime(String id) {
        return new NotFoundException("regime", "the regime '" + id + "' is not installed", "install it first");
    }

    private RegimeView view(String id) {
        List<PackView> active = packs.get(id).keySet().stream()
                .filter(version -> packs.get(id).get(version) == PackState.ACTIVE)
                .map(version -> pack(id, version))
                .toList();
        return new RegimeView(
                id,
                Map.of("en", "Rules of " + id),
                Map.of("en", "An authority"),
                true,
                "regime-" + id + " 1.0.0",
                NOW,
                installedBy.getOrDefault(id, "setup"),
                active.isEmpty() ? null : active.get(0),
                active,
                active,
                List.of());
    }

    private PackView pack(String regime, String version) {
        return FakePack.of(regime, version, packs.get(regime).get(version));
    }
}
