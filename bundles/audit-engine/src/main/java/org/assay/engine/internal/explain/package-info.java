/** What expressions come to for one subject and which facts they read, found once for subjects with equal facts. */
@org.jspecify.annotations.NullMarked
package org.assay.engine.internal.explain;
