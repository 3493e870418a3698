import { describe, expect, it } from 'vitest';
import { findRoleNotes } from '../../../src/extract/bodies/role-notes';

describe('findRoleNotes', () => {
  it.each([
    ['在市委领导下,市发展改革委负责统筹推进。', ['市发展改革委']],
    ['重点是压实责任,市公安局负责交通安全。', ['市公安局']],
    ['根据省委部署,市公安局负责交通安全。', ['市公安局']],
    ['对直接负责的主管人员,由市公安局处理。', []],
  ])('finds in %s who answers', (text, names) => {
    const bodies = findRoleNotes(text).flatMap((note) => note.bodies);
    expect(bodies.map(({ item }) => item.text)).toEqual(names);
  });
});
