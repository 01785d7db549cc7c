package org.assay.bench.peers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.assay.bench.inventory.Unit;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.StatelessKieSession;

/** Drools with its executable model, a stateless session for so many components at a time. */
public final class DroolsPeer implements Peer {
    private final KieBase rules;
    private final Law law;
    private final int chunk;

    /** Compiles the rules. */
    public DroolsPeer(Law law, int chunk) throws IOException {
        this.law = law;
        this.chunk = chunk;
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        try (InputStream drl = DroolsPeer.class.getResourceAsStream("rules.drl")) {
            files.write("src/main/resources/rules.drl", new String(drl.readAllBytes(), StandardCharsets.UTF_8));
        }
        var build = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        if (build.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(build.getResults().getMessages().toString());
        }
        rules = services.newKieContainer(build.getKieModule().getReleaseId()).getKieBase();
    }

    @Override
    public String name() {
        return "drools-" + chunk;
    }

    @Override
    public void judge(Unit[] units, int from, int to, long[] masks) {
        Broken broken = new Broken(masks, from, to);
        for (int first = from; first < to; first += chunk) {
            StatelessKieSession session = rules.newStatelessKieSession();
            session.setGlobal("law", law);
            session.setGlobal("broken", broken);
            session.execute(Arrays.asList(units).subList(first, Math.min(to, first + chunk)));
        }
    }
}
