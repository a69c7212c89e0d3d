/** The webhook that is told of evaluations for identities: how the admin API shows it, and what it is told. */
@NullMarked
package dev.flagledger.contract.view.integration;

import org.jspecify.annotations.NullMarked;
