/** The admin API's reads of versions and their feature states, in environments that keep versions. */
@NullMarked
package dev.flagledger.query.version;

import org.jspecify.annotations.NullMarked;
