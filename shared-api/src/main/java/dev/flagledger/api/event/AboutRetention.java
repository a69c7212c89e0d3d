package dev.flagledger.api.event;

/** An event that decides or records what becomes of earlier events. It is never pruned itself, as it accounts for what is missing. */
public interface AboutRetention {}
