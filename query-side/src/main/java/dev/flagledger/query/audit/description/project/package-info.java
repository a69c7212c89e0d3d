/** What is told of projects and what they contain, where the contract has no lines. */
@NullMarked
package dev.flagledger.query.audit.description.project;

import org.jspecify.annotations.NullMarked;
