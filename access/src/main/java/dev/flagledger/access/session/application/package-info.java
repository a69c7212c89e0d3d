/** Applications that act for users, and what they may do. */
@NullMarked
package dev.flagledger.access.session.application;

import org.jspecify.annotations.NullMarked;
