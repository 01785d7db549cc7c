/** What only a running container can show. Every class is named {@code *IT} and uses {@link Distribution#options()}. */
package org.assay.itests;
