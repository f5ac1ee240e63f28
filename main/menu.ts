import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { ACTIONS, type Action, type ActionId } from '../shared/actions.ts';

/** The menu bar, made from the table of actions. `perform` reaches the page. */
export function setMenu(perform: (id: ActionId) => void): void {
  function item(id: ActionId): MenuItemConstructorOptions {
    const action = ACTIONS.find((one) => one.id === id);
    if (action === undefined) throw new Error(`No action is called ${id}.`);
    return {
      label: action.name,
      accelerator: accelerator(action),
      // The page listens to the keys itself, for it knows whether they are text.
      registerAccelerator: false,
      click: () => perform(id),
    };
  }
  const going = ACTIONS.filter(({ group }) => group === 'Going places').map(({ id }) => item(id));
  const onMac = process.platform === 'darwin';
  const template: MenuItemConstructorOptions[] = [
    ...(onMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: 'File',
      submenu: [
        item('new-conversation'),
        item('quick-capture'),
        item('new-person'),
        { type: 'separator' },
        item('back-up-now'),
        { type: 'separator' },
        onMac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    {
      label: 'Edit',
      submenu: [
        item('undo'),
        item('redo'),
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'pasteAndMatchStyle' },
        { role: 'selectAll' },
      ],
    },
    { label: 'Go', submenu: [item('palette'), item('brief'), item('back'), { type: 'separator' }, ...going] },
    {
      role: 'windowMenu',
      ...(app.isPackaged
        ? {}
        : { submenu: [{ role: 'minimize' }, { role: 'togglefullscreen' }, { role: 'toggleDevTools' }] }),
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

/** What the dock's menu (macOS) or the jump list (Windows) offers. On Linux the desktop file has it. */
export function setTasks(perform: (id: ActionId) => void): void {
  const tasks = ACTIONS.filter(({ id }) => id === 'quick-capture' || id === 'new-conversation');
  if (process.platform === 'darwin') {
    app.dock?.setMenu(Menu.buildFromTemplate(tasks.map(({ id, name }) => ({ label: name, click: () => perform(id) }))));
  } else if (process.platform === 'win32') {
    app.setUserTasks(
      tasks.map(({ id, name }) => ({
        program: process.execPath,
        arguments: `${app.isPackaged ? '' : `"${app.getAppPath()}" `}--action=${id}`,
        title: name,
        description: '',
        iconPath: process.execPath,
        iconIndex: 0,
      })),
    );
  }
}

function accelerator({ keys }: Action): string {
  return keys.replace('Mod', 'CommandOrControl').replace('Escape', 'Esc');
}
