/** The ledger in HTTP requests: positions to wait for, and responses when it is not available. */
@NullMarked
package dev.flagledger.installation.web;

import org.jspecify.annotations.NullMarked;
