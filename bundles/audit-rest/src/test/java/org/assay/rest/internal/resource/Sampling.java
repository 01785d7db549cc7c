package org.assay.rest.internal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.assay.rest.internal.resource.TestApi.Reply;

/** Requests by call and status, and those that are alike for many calls. */
abstract class Sampling {
    static final String AUDIT = "audits/" + FakeAudits.DONE;
    static final String OTHER = "audits/0193505e-0000-7000-8000-00000000000f";
    static final String GONE = "audits/" + FakeAudits.REMOVED;
    static final String BUSY = "audits/" + FakeAudits.RUNNING;
    private static final String[] BAD_KEY = {"Idempotency-Key", "not one"};

    private final Map<String, Function<TestApi, Reply>> all = new LinkedHashMap<>();

    /** Adds those of one subject. */
    abstract void sample();

    Map<String, Function<TestApi, Reply>> all() {
        sample();
        return all;
    }

    /** What every list answers. */
    void list(String id, String path) {
        add(id + " 200", api -> api.get(path));
        add(id + " 400", api -> api.get(path + "?cursor=nonsense"));
        add(id + " 401", api -> api.get(path, "Authorization", ""));
        add(id + " 406", api -> api.get(path, "Accept", "image/png"));
    }

    /** What reading one thing answers. */
    void read(String id, String path, String missing) {
        add(id + " 200", api -> api.get(path));
        add(id + " 401", api -> api.get(path, "Authorization", ""));
        add(id + " 404", api -> api.get(missing));
        add(id + " 406", api -> api.get(path, "Accept", "image/png"));
    }

    /** What every change with a body answers. */
    void changing(String id, String method, String path, String body) {
        String[] json = {"Content-Type", "application/json"};
        add(id + " 400", api -> api.send(method, path, TestApi.bytes(body), json[0], json[1], BAD_KEY[0], BAD_KEY[1]));
        add(id + " 401", api -> api.send(method, path, TestApi.bytes(body), json[0], json[1], "Authorization", ""));
        byte[] large = new byte[8 * 1024 * 1024 + 1];
        add(id + " 413", api -> api.send(method, path, new ByteArrayInputStream(large), json[0], json[1]));
        add(id + " 415", api -> api.send(method, path, TestApi.bytes(body), json[0], "image/png"));
        add(id + " 422", api -> api.send(method, path, TestApi.bytes(body.replace("\"id\"", "\"wrong\"")), json));
    }

    /** What every change without a body answers. */
    void bare(String id, String method, String path) {
        add(id + " 400", api -> api.send(method, path, null, BAD_KEY));
        add(id + " 401", api -> api.send(method, path, null, "Authorization", ""));
    }

    /** A key that was used for another call. */
    void repeated(String id, String method, String path, String other) {
        add(id + " 409", api -> {
            String[] key = {"Idempotency-Key", "k"};
            assertThat(api.send(method, path, null, key).status()).isLessThan(300);
            return api.send(method, other, null, key);
        });
    }

    /** A later sample for the same call and status takes the place of an earlier one. */
    void add(String key, Function<TestApi, Reply> sample) {
        all.put(key, sample);
    }
}
