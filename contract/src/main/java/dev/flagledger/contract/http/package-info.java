/**
 * Headers, paths and connections: HTTP as all routes share it. One package, because each class is one header or one part of a request,
 * and they have no other structure.
 */
@NullMarked
package dev.flagledger.contract.http;

import org.jspecify.annotations.NullMarked;
