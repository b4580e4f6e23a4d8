/** Groups: made, joined, upgraded, left. */

import type { People, Person } from './people.ts';
import type { Room, World } from './world.ts';

export function createGroups(world: World, people: People) {
  let next = 1;

  function roomOf(chat: number): Room {
    const room = world.rooms.get(chat);
    if (!room) throw new Error(`there is no chat ${chat}`);
    return room;
  }

  return {
    /** A group without the bot; returns its id. */
    addGroup(title: string, members: readonly Person[], type: 'group' | 'supergroup' = 'supergroup'): number {
      const id = type === 'group' ? -600_000_000 - next : -1_001_800_000_000 - next;
      next += 1;
      const room = world.addRoom({ id, type, title }, 'absent');
      for (const { user } of members) room.members.set(user.id, user);
      return id;
    },
    addMember(chat: number, { user }: Person): void {
      roomOf(chat).members.set(user.id, user);
    },
    /** The bot has been in the group since before anybody tells it anything. */
    letIn(chat: number): void {
      roomOf(chat).bot = 'member';
    },
    /** Somebody adds the bot, which hears of it twice, as in real life. */
    addToGroup(chat: number, by: Person): void {
      const room = roomOf(chat);
      room.bot = 'member';
      people.memberUpdate(room, by.user, 'left', 'member');
      people.hear(room, 'message', world.addMessage(room, by.user, { new_chat_members: [world.bot] }));
    },
    kick(chat: number, by: Person): void {
      const room = roomOf(chat);
      world.addMessage(room, by.user, { left_chat_member: world.bot });
      room.bot = 'kicked';
      people.memberUpdate(room, by.user, 'member', 'kicked');
    },
    /** A group becomes a supergroup, with a new id and new message ids. */
    upgrade(chat: number, by: Person): number {
      const old = roomOf(chat);
      const id = -1_001_900_000_000 - next;
      next += 1;
      const room = world.addRoom({ ...old.chat, id, type: 'supergroup' }, old.bot);
      for (const member of old.members.values()) room.members.set(member.id, member);
      people.hear(old, 'message', world.addMessage(old, by.user, { migrate_to_chat_id: id }));
      people.hear(room, 'message', world.addMessage(room, by.user, { migrate_from_chat_id: chat }));
      old.migratedTo = id;
      return id;
    },
  };
}
