package org.assay.rest.internal.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;

/** A body that is no JSON, or not the JSON that the call takes: the problem names line, column and JSON pointer. */
final class JsonErrorMapper implements ExceptionMapper<JsonProcessingException> {
    @Override
    public Response toResponse(JsonProcessingException error) {
        Problem problem =
                Problem.of(400, "bad-json", "The body is not the JSON that is taken here", error.getOriginalMessage());
        JsonLocation at = error.getLocation();
        if (at != null && at.getLineNr() > 0) {
            problem = problem.with("line", at.getLineNr()).with("column", at.getColumnNr());
        }
        if (error instanceof JsonMappingException mapping) {
            problem = problem.with("pointer", pointer(mapping.getPath()));
        }
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }

    private static String pointer(List<JsonMappingException.Reference> path) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : path) {
            String name = step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName();
            pointer.append('/').append(name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
