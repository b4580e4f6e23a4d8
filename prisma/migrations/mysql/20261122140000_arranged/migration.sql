-- What people arrange to happen by itself: entries that come again, own thresholds, mail.

ALTER TABLE `Entry` ADD COLUMN `scheduleId` VARCHAR(191) NULL;
CREATE INDEX `Entry_scheduleId_idx` ON `Entry`(`scheduleId`);

ALTER TABLE `SentMessage` ADD COLUMN `unasked` VARCHAR(191) NULL;

ALTER TABLE `AlertSettings`
  ADD COLUMN `email` VARCHAR(191) NULL,
  ADD COLUMN `emailTakes` VARCHAR(191) NULL,
  ADD COLUMN `fallback` VARCHAR(191) NULL,
  ADD COLUMN `pausedAt` DATETIME(3) NULL,
  ADD COLUMN `pausedOn` VARCHAR(191) NULL;

CREATE TABLE `MailCode` (
  `digest` VARCHAR(191) NOT NULL,
  `personId` VARCHAR(191) NOT NULL,
  `address` VARCHAR(191) NOT NULL,
  `expiresAt` DATETIME(3) NOT NULL,
  `usedAt` DATETIME(3) NULL,
  `createdAt` DATETIME(3) NOT NULL,
  INDEX `MailCode_personId_createdAt_idx` (`personId`, `createdAt`),
  PRIMARY KEY (`digest`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `Watch` (
  `id` VARCHAR(191) NOT NULL,
  `personId` VARCHAR(191) NOT NULL,
  `ledgerId` VARCHAR(191) NOT NULL,
  `amountMinor` BIGINT NOT NULL,
  `currency` VARCHAR(191) NOT NULL,
  `per` VARCHAR(191) NOT NULL,
  `categoryId` VARCHAR(191) NULL,
  `merchant` VARCHAR(191) NULL,
  `merchantKey` VARCHAR(191) NULL,
  `createdAt` DATETIME(3) NOT NULL,
  INDEX `Watch_personId_ledgerId_idx` (`personId`, `ledgerId`),
  INDEX `Watch_ledgerId_idx` (`ledgerId`),
  PRIMARY KEY (`id`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
