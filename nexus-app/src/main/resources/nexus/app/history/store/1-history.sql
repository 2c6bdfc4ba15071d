-- Times are milliseconds since 1970; minutes and hours are counted from there too. All in UTC.

-- reserved, last: see EventStore. kept: how many rows nexus_events has.
CREATE TABLE nexus_numbers (
    name TEXT PRIMARY KEY,
    value :number NOT NULL
):by_key;

-- Names get numbers that never change; status is the last known one.
CREATE TABLE nexus_backends (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    status TEXT
);

CREATE TABLE nexus_events (
    id :number PRIMARY KEY,
    json TEXT NOT NULL
);

-- Which events tell of a backend's status, and when they happened; is_status: of a transition.
CREATE TABLE nexus_changes (
    event :number NOT NULL,
    backend INTEGER NOT NULL,
    at :number NOT NULL,
    is_status INTEGER NOT NULL,
    PRIMARY KEY (event, backend)
):by_key;

CREATE INDEX nexus_changes_of ON nexus_changes (backend, at);

-- Rows of 64 backends, see Group. Ordered by time, so that they are written and deleted at the ends.
CREATE TABLE nexus_minutes (
    minute INTEGER NOT NULL,
    grp INTEGER NOT NULL,
    packed :bytes NOT NULL,
    PRIMARY KEY (minute, grp)
):by_key;

CREATE TABLE nexus_hours (
    hour INTEGER NOT NULL,
    grp INTEGER NOT NULL,
    packed :bytes NOT NULL,
    PRIMARY KEY (hour, grp)
):by_key;

-- Hours whose minutes are not yet summed up in nexus_hours.
CREATE TABLE nexus_open_hours (
    hour INTEGER PRIMARY KEY
);

-- When Nexus ran; is_start: 0 if the machine only paused before.
CREATE TABLE nexus_runs (
    started :number PRIMARY KEY,
    noted :number NOT NULL,
    is_start INTEGER NOT NULL
);
