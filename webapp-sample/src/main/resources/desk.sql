CREATE TABLE IF NOT EXISTS desk_conversation (
    id                 BIGINT AUTO_INCREMENT PRIMARY KEY,
    customer           VARCHAR(64) NOT NULL UNIQUE,
    agent              VARCHAR(40),
    closed             BOOLEAN NOT NULL DEFAULT FALSE,
    messages           INT NOT NULL DEFAULT 0,
    waiting_since      BIGINT,
    customer_delivered INT NOT NULL DEFAULT 0,
    customer_read      INT NOT NULL DEFAULT 0,
    agent_delivered    INT NOT NULL DEFAULT 0,
    agent_read         INT NOT NULL DEFAULT 0,
    UNIQUE (closed, agent, id)
);

CREATE TABLE IF NOT EXISTS desk_message (
    conversation BIGINT NOT NULL,
    seq          INT NOT NULL,
    client_key   VARCHAR(64) NOT NULL,
    side         VARCHAR(8) NOT NULL,
    written_by   VARCHAR(100),
    body         VARCHAR(2000) NOT NULL,
    sent_at      BIGINT NOT NULL,
    file_name    VARCHAR(200),
    file_type    VARCHAR(100),
    file_size    BIGINT,
    PRIMARY KEY (conversation, seq),
    UNIQUE (conversation, side, client_key),
    UNIQUE (sent_at, conversation, seq),
    FOREIGN KEY (conversation) REFERENCES desk_conversation (id)
);

CREATE TABLE IF NOT EXISTS desk_file (
    conversation BIGINT NOT NULL,
    seq          INT NOT NULL,
    content      LONGBLOB NOT NULL,
    PRIMARY KEY (conversation, seq),
    FOREIGN KEY (conversation, seq) REFERENCES desk_message (conversation, seq)
);
