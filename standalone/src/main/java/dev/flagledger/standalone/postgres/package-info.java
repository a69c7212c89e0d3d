/**
 * Where the PostgreSQL under a node comes from: one that the operator names, or one that this package unpacks, starts
 * and stops inside the data directory. Whatever was interrupted before (a first start, a killed server, a machine that
 * went down) the next start finds its way from what lies in that directory. Knows nothing of Spring.
 */
@NullMarked
package dev.flagledger.standalone.postgres;

import org.jspecify.annotations.NullMarked;
