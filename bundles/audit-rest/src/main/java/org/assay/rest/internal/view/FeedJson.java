package org.assay.rest.internal.view;

import org.assay.core.Feeds;

/** A calendar feed without its secret, as the API writes it. */
public record FeedJson(String name, String createdAt, String createdBy) {

    /** From what core knows. */
    public static FeedJson of(Feeds.FeedView feed) {
        return new FeedJson(feed.name(), feed.createdAt().toString(), feed.createdBy());
    }

    /** A feed as it is handed out, once. */
    public record New(String name, String secret, String calendar) {
        /** Never the secret. */
        @Override
        public String toString() {
            return "New[" + name + "]";
        }
    }
}
