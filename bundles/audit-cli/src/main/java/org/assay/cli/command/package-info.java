/** What can be asked of the program, a class a command. */
@org.jspecify.annotations.NullMarked
package org.assay.cli.command;
