/** Headers and connections: what every route shares whatever its body is. */
@NullMarked
package dev.flagledger.contract.http;

import org.jspecify.annotations.NullMarked;
