package dev.flagledger.command;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An aggregate's entities of one type by id, such as the tags of a project.
 *
 * @param <T> the type of the entities
 */
public final class Entities<T> {

    private final String kind;
    private final SortedMap<Integer, T> byId = new TreeMap<>();

    /** @param kind the contract's name of the type, for rejections */
    public Entities(String kind) {
        this.kind = kind;
    }

    /**
     * Returns the entity with this id.
     *
     * @throws Rejected if there is none
     */
    public T get(int id) {
        var entity = byId.get(id);
        if (entity == null) {
            throw new Rejected(new Rejection.Missing(kind));
        }
        return entity;
    }

    /**
     * Checks that there is an entity with this id.
     *
     * @throws Rejected if there is none
     */
    public void require(int id) {
        get(id);
    }

    public boolean contains(int id) {
        return byId.containsKey(id);
    }

    /** All entities, ordered by id. */
    public Collection<T> all() {
        return List.copyOf(byId.values());
    }

    public Set<Integer> ids() {
        return Set.copyOf(byId.keySet());
    }

    /** Adds the entity, or replaces the one with this id. */
    public void put(int id, T entity) {
        byId.put(id, entity);
    }

    public void remove(int id) {
        byId.remove(id);
    }
}
