/**
 * What evaluating and folding cost by themselves, without a server round them. The load on a server, which is measured from
 * outside, takes its visitors from here too, so that both speak of the same work.
 */
@NullMarked
package dev.flagledger.benchmarks;

import org.jspecify.annotations.NullMarked;
