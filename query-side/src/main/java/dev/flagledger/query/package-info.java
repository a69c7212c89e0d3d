/** The answers: what applications, the dashboard and auditors read. Writes nothing but its own read models. */
@NullMarked
package dev.flagledger.query;

import org.jspecify.annotations.NullMarked;
