CREATE TABLE IF NOT EXISTS tenon_realtime_node (
    uid          VARCHAR(32) NOT NULL PRIMARY KEY,
    application  VARCHAR(190) NOT NULL,
    beats        BIGINT NOT NULL
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS tenon_realtime_message (
    row_id       BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    application  VARCHAR(190) NOT NULL,
    sender       VARCHAR(32) NOT NULL,
    recipient    VARCHAR(32),
    content      LONGBLOB NOT NULL
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
