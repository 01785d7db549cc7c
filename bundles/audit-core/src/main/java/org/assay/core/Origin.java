package org.assay.core;

/** Which way a pack came. */
public enum Origin {
    /** A regime's bundle brought it. */
    BUNDLE,
    /** It was uploaded. */
    API,
    /** It was dropped into {@code deploy/}. */
    DEPLOY
}
