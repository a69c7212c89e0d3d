/**
 * What Flagsmith's clients ask for and this server has none of yet, such as invites, integrations or change requests. Each list
 * truthfully answers that it is empty, in the form that it will have when it is not, and only to those who would see what is
 * in it. When a feature comes, its paths leave this room.
 */
@NullMarked
package dev.flagledger.query.unsupported;

import org.jspecify.annotations.NullMarked;
