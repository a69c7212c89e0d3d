/** SCIM 2.0: the users and groups of an organisation as directories see them, their requests, and errors. */
@NullMarked
package dev.flagledger.contract.scim;

import org.jspecify.annotations.NullMarked;
