package org.assay.bench.peers;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assay.bench.inventory.Inventory;
import org.assay.bench.inventory.Spec;
import org.assay.bench.inventory.Unit;
import org.assay.bench.run.Figure;
import org.assay.bench.two.FusedJava;
import org.assay.bench.two.Kernel;
import org.assay.bench.two.PlainJava;
import org.assay.bench.two.Register;
import org.assay.bench.two.TwoValued;
import org.assay.engine.eval.Interpreter;
import org.assay.engine.eval.PreparedFacts;
import org.assay.engine.eval.RuleSet;

/**
 * All peers on one network, one thread, warm: {@code COMPONENTS}. Slow ones judge fewer of the components. Each one's verdicts
 * are compared before its time counts; times are processor time of the thread, medians of three.
 */
public final class Peers {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int WARM_SECONDS = 6;
    private static final int RUNS = 3;
    private static final long TURN = 300_000_000;

    private final Unit[] units;
    private final long[] wanted;
    private final Map<String, Double> rates = new LinkedHashMap<>();

    private Peers(Unit[] units, long[] wanted) {
        this.units = units;
        this.wanted = wanted;
    }

    /** See above. */
    public static void main(String[] args) throws Exception {
        int n = Integer.parseInt(args[0]);
        Inventory inventory = new Inventory(Spec.complete(n));
        RuleSet rules = RuleSet.compile(TwoValued.pack());
        Unit[] units = TwoValued.units(inventory);
        var facts = TwoValued.facts(inventory);
        long[] wanted = TwoValued.masks(new Interpreter(), rules, facts);
        Peers peers = new Peers(units, wanted);
        Register register = new Register(rules.pack(), inventory);
        Law law = new Law(register);
        Kernel kernel = new Kernel(rules, PreparedFacts.of(facts));
        kernel.run();
        TwoValued.requireSame("assay-kernel", wanted, kernel.holding());
        peers.time(n, peer("assay-kernel", (from, to, masks) -> kernel.run()), new long[0]);
        FusedJava fused = new FusedJava(register, units);
        peers.measure(n, peer("hand-fused", (from, to, masks) -> fused.evaluate(masks)));
        PlainJava plain = new PlainJava(register);
        peers.measure(n, peer("hand-plain", (from, to, masks) -> plain.evaluate(units, masks)));
        peers.measure(n, peer("cel-interpreter", (from, to, masks) -> {
            long[] ours = TwoValued.masks(new Interpreter(), rules, facts);
            System.arraycopy(ours, 0, masks, 0, ours.length);
        }));
        peers.measure(n, new DroolsPeer(law, 1_000));
        peers.measure(n, new DroolsPeer(law, n));
        peers.measure(n, new CasbinPeer(law));
        int few = Math.min(n, 1_000);
        CedarPeer cedar = new CedarPeer(law);
        cedar.prepare(units, few);
        peers.measure(few, cedar);
        peers.print(n);
    }

    /** Part of a judgement. */
    private interface Part {
        void judge(int from, int to, long[] masks);
    }

    private static Peer peer(String name, Part part) {
        return new Peer() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void judge(Unit[] all, int from, int to, long[] masks) {
                part.judge(from, to, masks);
            }
        };
    }

    private void measure(int some, Peer peer) throws Exception {
        long[] masks = new long[units.length];
        peer.judge(units, 0, some, masks);
        TwoValued.requireSame(peer.name(), Arrays.copyOf(wanted, some), Arrays.copyOf(masks, some));
        time(some, peer, masks);
    }

    private void time(int some, Peer peer, long[] masks) throws Exception {
        long end = System.nanoTime() + WARM_SECONDS * 1_000_000_000L;
        long rounds = 0;
        long start = THREADS.getCurrentThreadCpuTime();
        do {
            peer.judge(units, 0, some, masks);
            rounds++;
        } while (System.nanoTime() < end);
        long perRound = Math.max(1, (THREADS.getCurrentThreadCpuTime() - start) / rounds);
        long repeat = Math.max(1, TURN / perRound);
        double[] times = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            start = THREADS.getCurrentThreadCpuTime();
            for (int k = 0; k < repeat; k++) {
                peer.judge(units, 0, some, masks);
            }
            times[i] = (THREADS.getCurrentThreadCpuTime() - start) / (double) repeat;
        }
        Arrays.sort(times);
        rates.put(peer.name(), some * (double) TwoValued.RULES / times[RUNS / 2] * 1e3);
    }

    private void print(int n) {
        double fused = rates.get("hand-fused");
        double kernel = rates.get("assay-kernel");
        rates.forEach(
                (name, rate) -> new Figure("peer_" + name, n, rate, "Mverdicts/s", "hand-fused", rate / fused).print());
        for (String other : List.of("drools-1000", "cel-interpreter")) {
            new Figure("kernel_masks", n, kernel, "Mverdicts/s", other, kernel / rates.get(other)).print();
        }
    }
}
