/** Tables, colours and progress in a terminal. */
@org.jspecify.annotations.NullMarked
package org.assay.cli.view;
