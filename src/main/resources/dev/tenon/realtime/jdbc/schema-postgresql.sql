CREATE TABLE IF NOT EXISTS tenon_realtime_node (
    uid          VARCHAR(32) PRIMARY KEY,
    application  VARCHAR(190) NOT NULL,
    beats        BIGINT NOT NULL
);

CREATE TABLE IF NOT EXISTS tenon_realtime_message (
    row_id       BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    application  VARCHAR(190) NOT NULL,
    sender       VARCHAR(32) NOT NULL,
    recipient    VARCHAR(32),
    content      BYTEA NOT NULL
);
