/** The reads of applications, the dashboard and auditors. Writes nothing but its own read models. */
@NullMarked
package dev.flagledger.query;

import org.jspecify.annotations.NullMarked;
