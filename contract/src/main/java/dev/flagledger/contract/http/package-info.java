/** Headers and connections: HTTP as all routes share it. */
@NullMarked
package dev.flagledger.contract.http;

import org.jspecify.annotations.NullMarked;
