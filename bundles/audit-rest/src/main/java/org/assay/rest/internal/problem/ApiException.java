package org.assay.rest.internal.problem;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.assay.engine.dsse.UntrustedPackException;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;

/** A call is refused, and this is the problem to answer; nothing was changed. */
public final class ApiException extends RuntimeException {
    private final transient Problem problem;
    private final transient Map<String, String> headers;

    /** Refuses with a problem. */
    public ApiException(Problem problem) {
        this(problem, Map.of());
    }

    /** Refuses with a problem and what goes into the head of the answer. */
    public ApiException(Problem problem, Map<String, String> headers) {
        super(problem.detail());
        this.problem = problem;
        this.headers = Map.copyOf(headers);
    }

    /** A parameter or a header is wrong. */
    public static ApiException parameter(String code, String message, String hint) {
        return new ApiException(Problem.of(ProblemType.INVALID_PARAMETER, message)
                .remedy(hint)
                .faults(List.of(new Fault(code, message, "", 0, 0, hint))));
    }

    /** A body is larger than what is taken. */
    public static ApiException tooLarge(BodyLimit limit) {
        String detail = "The body is larger than the " + limit.bytes()
                + " bytes that this call takes; nothing of it was taken.";
        return new ApiException(
                Problem.of(ProblemType.TOO_LARGE, detail).remedy(limit.remedy()).with("limit", limit.bytes()));
    }

    /** Runs something that reads the body, and gives its faults the type that they have in this call. */
    public static <T> T refusing(ProblemType type, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (UntrustedPackException e) {
            throw new ApiException(Faults.problem(ProblemType.UNTRUSTED_PACK, e.faults()));
        } catch (FaultException e) {
            throw new ApiException(Faults.problem(type, e.faults()));
        }
    }

    /** What to answer. */
    public Problem problem() {
        return problem;
    }

    /** What goes into the head of the answer. */
    public Map<String, String> headers() {
        return headers;
    }
}
